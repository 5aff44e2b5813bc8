import 'server-only';
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';

/** What the demonstrations have in common: a free port, a fresh build, and the product on this machine alone. */
export const address = '127.0.0.1';

const next = path.resolve('node_modules/next/dist/bin/next');
const sources = [
  'app',
  'components',
  'lib',
  'public',
  'instrumentation.ts',
  'next.config.js',
  'package-lock.json',
  'proxy.ts',
];

/**
 * Ends the process with what `demo` answers, or with 1 and the sentence that it throws. It ends at once, since the
 * processes that it started would keep it alive, and they end with it.
 */
export async function runDemo(demo: () => Promise<number>): Promise<void> {
  const code = await demo().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  });
  process.exit(code);
}

/** The port that PORT names, 3000 when it does not. Throws the mend when it is no port or in use. */
export async function freePort(): Promise<number> {
  if (process.argv.length > 2)
    throw new RangeError(
      `The demo takes no arguments: it listens on ${address} only. Set PORT for another port.`,
    );
  const port = Number(process.env.PORT ?? 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new RangeError(`PORT is “${process.env.PORT}”. Set it to a whole number from 1 to 65535.`);
  if (!(await isFree(port)))
    throw new RangeError(
      `Port ${port} of ${address} is in use. Stop what uses it, or set PORT to another one.`,
    );
  return port;
}

/** Serves the product until it is stopped, and answers its exit code. A build comes first where one is due. */
export async function serve(port: number, env: NodeJS.ProcessEnv, welcome: string): Promise<number> {
  const production: NodeJS.ProcessEnv = { ...env, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' };
  if (isStale()) {
    say('Building the dashboard (once after each change of its source)…');
    const built = await run([next, 'build'], production, 'pipe');
    if (built !== 0 || isStale()) throw new Error('The build did not finish; its messages are above.');
  }
  say(welcome);
  return run([next, 'start', '-H', address, '-p', String(port)], production, 'inherit');
}

/** True when there is no build, or a source file is newer than it. */
function isStale(): boolean {
  const built = '.next/BUILD_ID';
  if (!existsSync(built)) return true;
  const builtMs = statSync(built).mtimeMs;
  return sources.some((source) => newestMs(source) > builtMs);
}

function newestMs(file: string): number {
  const found = statSync(file);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(found.mtimeMs, ...readdirSync(file).map((name) => newestMs(path.join(file, name))));
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, address, () => probe.close(() => resolve(true)));
  });
}

/** Runs node on a script to its end, passing on the signals that stop this process. */
function run(args: string[], env: NodeJS.ProcessEnv, output: 'inherit' | 'pipe'): Promise<number> {
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', output, 'inherit'] as const });
  const said: string[] = [];
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => said.push(chunk));
  let passedOn: NodeJS.Signals | null = null;
  const stop = (signal: NodeJS.Signals) => {
    passedOn = signal;
    child.kill(signal);
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => {
      process.removeListener('SIGINT', stop).removeListener('SIGTERM', stop);
      if (code) process.stderr.write(said.join(''));
      resolve(code ?? (signal === passedOn ? 0 : 1));
    });
  });
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
