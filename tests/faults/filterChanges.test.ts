import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { generateSample } from '@/lib/source/sample/generate';
import { samplePackage } from '../api/everyRoute';
import { type Running, run } from '../operate/running';

const folder = mkdtempSync(path.join(tmpdir(), 'filter-changes-'));
let running: Running | undefined;
afterAll(() => {
  running?.child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

const changes = 10_000;
/** Most of the time of an answer is waiting for DuckDB's threads. */
const atOnce = 5;
const lookEach = 250;
/** Half of the changes lie between the second quarter and the last: 3 kB a change in all, 300 bytes in JavaScript. */
const mostGrowth = { rss: 3000 * (changes / 2), heap: 300 * (changes / 2) };

const words = ['migration', 'incident', 'audit', 'vendor'];
const orders = ['requested', 'took', 'worth', 'package', 'decided', 'outcome', 'kind'];
const turn = <T>(list: readonly T[], n: number) => list[n % list.length] as T;

/** What is asked after so many changes, of the rows and of the summary in turn; no two filters are the same. */
function questionAfter(n: number): string {
  const took = `tookMin=${n % 50}&tookMax=${3600 + n}`;
  const filters = [
    `package=${samplePackage}&${took}`,
    `q=${turn(words, n)}%20${n}`,
    `approver=someone%20${n}&requestorReason=given`,
    `strength=strong&outcome=approved&${took}`,
    `-outcome=denied&from=2026-07-01&to=2026-08-${10 + (n % 20)}&${took}`,
  ];
  const filter = turn(filters, n);
  if (n % 2) return `summary?${filter}`;
  return `requests?${filter}&sort=${n % 3 ? '-' : ''}${turn(orders, n)}&page=${1 + (n % 3)}`;
}

test('ten thousand changes of the filter in a row, some left before their answer, leave no memory behind', async () => {
  const lines = [...generateSample({ requests: 100, until: '2026-08-20T00:00:00Z', days: 60 })];
  writeFileSync(path.join(folder, 'exports.json'), `[${lines.join(',\n')}]`);
  running = run(
    { AUDIT_LOGS_PATH: folder, LOG_LEVEL: 'error' },
    path.resolve(import.meta.dirname, 'answering.ts'),
  );
  const origin = await running.address();
  const ask = async (n: number) => {
    const leaves = n % 20 === 7;
    const signal = leaves ? AbortSignal.timeout(n % 9) : null;
    try {
      const response = await fetch(`${origin}/api/${questionAfter(n)}`, { signal });
      expect([response.status, await response.text()]).toEqual([200, expect.any(String)]);
    } catch (error) {
      if (!leaves || !signal?.aborted) throw error;
    }
  };
  const looks: { rss: number; heap: number }[] = [];
  for (let n = 0; n < changes; n += atOnce) {
    await Promise.all(Array.from({ length: atOnce }, (_, one) => ask(n + one)));
    if ((n + atOnce) % lookEach === 0) looks.push(await (await fetch(`${origin}/memory`)).json());
  }
  const quarter = (which: number) =>
    looks.slice(((which - 1) * looks.length) / 4, (which * looks.length) / 4);
  // Memory rises and is given back in waves, of which the lowest point is what stays.
  const held = (of: 'rss' | 'heap', which: number) => Math.min(...quarter(which).map((look) => look[of]));
  for (const of of ['rss', 'heap'] as const)
    expect(held(of, 4), of).toBeLessThan(held(of, 2) + mostGrowth[of]);
  running.child.kill('SIGTERM');
  expect(await running.ended).toBe(0);
}, 300_000);
