import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore, type Store } from '@/lib/store/open';
import { longestLog } from '@/lib/store/packing';

const rows = 100_000;
let file: string;
let store: Store;

beforeEach(async () => {
  file = path.join(mkdtempSync(path.join(tmpdir(), 'packing-')), 'store.duckdb');
  store = await openStore(file);
  await store.write((writer) =>
    writer.run(`CREATE TABLE said AS SELECT range AS place, 'a' AS text FROM range(${rows})`),
  );
});
afterEach(async () => {
  await store.close();
  rmSync(path.dirname(file), { recursive: true });
});

const logBytes = () => statSync(`${file}.wal`, { throwIfNoEntry: false })?.size ?? 0;
const sayMuch = () =>
  store.write((writer) => writer.run(`UPDATE said SET text = repeat(hash(place)::VARCHAR, 80)`));
const nothing = () => store.write(async () => undefined);

async function isWaiting(what: Promise<unknown>): Promise<boolean> {
  const late = new Promise((resolve) => setTimeout(() => resolve('late'), 1000));
  return (await Promise.race([what, late])) === 'late';
}

test('what was written while an earlier question was open is packed once that has ended, and the next write waits', async () => {
  const earlier = await store.snapshot();
  expect(await earlier.all('SELECT max(text) AS text FROM said')).toEqual([{ text: 'a' }]);
  await sayMuch();
  expect(logBytes()).toBeGreaterThan(longestLog);
  const next = nothing();
  expect(await isWaiting(next)).toBe(true);
  expect(await earlier.all('SELECT max(text) AS text FROM said')).toEqual([{ text: 'a' }]);
  await earlier.close();
  await next;
  expect(logBytes()).toBeLessThan(1_000_000);
  expect(await store.all('SELECT count(*)::DOUBLE AS n, avg(length(text)) > 200 AS much FROM said')).toEqual([
    { n: rows, much: true },
  ]);
});

test('a question that begins after a write does not keep it from being packed', async () => {
  const earlier = await store.snapshot();
  await earlier.all('SELECT 1 FROM said LIMIT 1');
  await sayMuch();
  const later = await store.snapshot();
  await later.all('SELECT 1 FROM said LIMIT 1');
  await earlier.close();
  await nothing();
  expect(logBytes()).toBeLessThan(1_000_000);
  await later.close();
});

test('a store that closes waits for no question to be packed', async () => {
  const earlier = await store.snapshot();
  await earlier.all('SELECT 1 FROM said LIMIT 1');
  await sayMuch();
  const closed = store.close();
  await earlier.close();
  await closed;
  store = await openStore(file);
  expect(await store.all('SELECT avg(length(text)) > 200 AS much FROM said')).toEqual([{ much: true }]);
});
