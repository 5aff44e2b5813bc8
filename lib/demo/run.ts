import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeSample } from '../source/sample/write';

/** The demonstration: bundled data unless AUDIT_LOGS_PATH is set, no sign-in, this machine only. */
const address = '127.0.0.1';
const next = path.resolve('node_modules/next/dist/bin/next');
const sources = [
  'app',
  'components',
  'lib',
  'public',
  'instrumentation.ts',
  'next.config.js',
  'package-lock.json',
];

async function main(): Promise<number> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  if (process.argv.length > 2)
    return refuse(
      `The demo takes no arguments: without sign-in it listens on ${address} only. Set PORT for another port.`,
    );
  const port = Number(process.env.PORT ?? 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    return refuse(`PORT is “${process.env.PORT}”. Set it to a whole number from 1 to 65535.`);
  if (!(await isFree(port)))
    return refuse(`Port ${port} of ${address} is in use. Stop what uses it, or set PORT to another one.`);

  const env: NodeJS.ProcessEnv = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' };
  if (isStale()) {
    say('Building the dashboard (once after each change of its source)…');
    const built = await run([next, 'build'], { ...env, NODE_ENV: 'production' }, 'pipe');
    if (built !== 0 || isStale()) return refuse('The build did not finish; its messages are above.');
  }
  let bundled: string | null = null;
  if (!env.AUDIT_LOGS_PATH) {
    bundled = mkdtempSync(path.join(tmpdir(), 'access-package-approvals-'));
    await writeSample({ out: bundled, requests: 3000, until: new Date().toISOString() });
    env.AUDIT_LOGS_PATH = bundled;
    env.AUDIT_LOGS_BUNDLED = '1';
  }
  say(
    `Access Package Approvals: http://${address}:${port} (sign-in off, this machine only; Ctrl+C stops it)`,
  );
  const code = await run(
    [next, 'start', '-H', address, '-p', String(port)],
    { ...env, NODE_ENV: 'production' },
    'inherit',
  );
  if (bundled) rmSync(bundled, { recursive: true, force: true });
  return code;
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

function refuse(text: string): number {
  process.stderr.write(`${text}\n`);
  return 1;
}

process.exitCode = await main();
