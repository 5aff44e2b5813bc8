import 'server-only';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/**
 * Starts the double of an outside service that a script runs, in a process of its own that ends with this one, and
 * answers what it says of itself in its first line, as JSON. Throws when it ends before it says anything.
 */
export async function startDouble(script: string, env: Record<string, string>): Promise<unknown> {
  const child = spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', script], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  process.once('exit', () => child.kill());
  const ended = once(child, 'exit').then(() => {
    throw new Error(`${script} ended before it listened; is its port in use?`);
  });
  const [line] = await Promise.race([once(createInterface(child.stdout), 'line'), ended]);
  ended.catch(() => {});
  return JSON.parse(String(line));
}
