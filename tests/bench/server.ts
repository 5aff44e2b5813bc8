import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';

/** The built product over a folder of audit records, on this machine only. */
export interface Serving {
  origin: string;
  /** Milliseconds from the start of the process until it listened, until it answered, and until everything was read. */
  listenedMs: number;
  answeredMs: number;
  loadedMs: number;
  /** Resolves once it has nothing left to do, such as to load the columns; answers milliseconds from its start until then. */
  quiet(): Promise<number>;
  /** Resident memory in MB: now, and at most so far. */
  memory(): { now: number; peak: number };
  stop(): Promise<void>;
}

const state = z.object({ data: z.object({ state: z.string(), failure: z.string().nullish() }) });
const port = 3190;

/**
 * Fills the store below `dataDir` where it is not there yet, in a process of its own: one that has just loaded everything
 * answers more slowly for a while, and is not what is measured.
 */
export async function fillStore(source: string, dataDir: string): Promise<void> {
  const serving = await serve(source, dataDir);
  try {
    await serving.quiet();
  } finally {
    await serving.stop();
  }
}

/** Starts it with its store below `dataDir`, and answers once the source is loaded. Throws when the loading fails. */
export async function serve(source: string, dataDir: string): Promise<Serving> {
  const origin = `http://127.0.0.1:${port}`;
  if ((await answer(origin)) !== null) throw new Error(`another server answers at ${origin}`);
  const started = performance.now();
  const child = spawn(
    process.execPath,
    ['node_modules/next/dist/bin/next', 'start', '-H', '127.0.0.1', '-p', String(port)],
    {
      stdio: 'inherit',
      env: { ...process.env, AUDIT_LOGS_PATH: source, DATA_DIR: dataDir, LOG_LEVEL: 'warn' },
    },
  );
  try {
    const listenedMs = await untilTrue(child, listens, started, 3);
    const answeredMs = await untilTrue(child, async () => (await answer(origin)) !== null, started, 10);
    const loadedMs = await untilTrue(child, async () => (await answer(origin)) === 'complete', started, 250);
    return {
      origin,
      listenedMs,
      answeredMs,
      loadedMs,
      quiet: () => untilQuiet(child, started),
      memory: () => memoryOf(child),
      stop: () => stop(child),
    };
  } catch (error) {
    await stop(child);
    throw error;
  }
}

/** How far the reading is; null while the server does not answer. */
async function answer(origin: string): Promise<string | null> {
  const response = await fetch(`${origin}/api/coverage`).catch(() => null);
  if (!response?.ok) return null;
  const { data } = state.parse(await response.json());
  if (data.state === 'failed') throw new Error(data.failure ?? 'the reading failed');
  return data.state;
}

/** Whether something takes connections at the port. */
function listens(): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

async function untilTrue(
  child: ChildProcess,
  holds: () => Promise<boolean>,
  started: number,
  everyMs: number,
): Promise<number> {
  while (!(await holds())) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`);
    await pause(everyMs);
  }
  return performance.now() - started;
}

/** A second in which it uses less than a tenth of a processor ends it; that second is not counted. */
async function untilQuiet(child: ChildProcess, started: number): Promise<number> {
  for (;;) {
    const before = processorSeconds(child);
    const at = performance.now();
    await pause(1000);
    if (processorSeconds(child) - before < 0.1) return at - started;
    if (performance.now() - started > 1_800_000) throw new Error('the server does not come to rest');
  }
}

/** Ticks are hundredths of a second: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
function processorSeconds({ pid }: ChildProcess): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

function memoryOf({ pid }: ChildProcess): { now: number; peak: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const mb = (name: string) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024);
  return { now: mb('VmRSS'), peak: mb('VmHWM') };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill();
  await ended;
}
