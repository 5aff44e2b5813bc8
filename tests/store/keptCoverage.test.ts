import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AuditRecord } from '@/lib/audit/record';
import { storeCoverage } from '@/lib/store/coverage';
import { deriveTouched } from '@/lib/store/derive';
import { keptCoverage } from '@/lib/store/keptCoverage';
import { openStore, type Store } from '@/lib/store/open';
import { saveRecords } from '@/lib/store/save';
import { approve, asks, delivers } from './build';

let folder: string;
let store: Store;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'kept-coverage-'));
  store = await openStore(path.join(folder, 'store.duckdb'));
  await save([asks('08:00'), approve('09:00', null)]);
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

function save(records: readonly AuditRecord[]): Promise<void> {
  return store.write(async (writer) => {
    await saveRecords(writer, records);
    await deriveTouched(writer, null);
  });
}

async function isKept(): Promise<boolean> {
  // What is kept is written behind everything that was to be written before.
  await store.write(
    async () => undefined,
    () => false,
  );
  return (await store.all(`SELECT 1 FROM facts WHERE name = 'coverage'`)).length === 1;
}

test('a store that is opened again over the same data has the coverage that it was closed with', async () => {
  const counted = await keptCoverage(store);
  expect(counted).toEqual(await storeCoverage(store));
  expect(counted.requests).toBe(1);
  expect(await isKept()).toBe(true);
  await store.close();
  store = await openStore(path.join(folder, 'store.duckdb'));
  expect(await isKept()).toBe(true);
  expect(await keptCoverage(store)).toEqual(counted);
});

test('data that change are counted anew, also by the process after the one that changed them', async () => {
  await keptCoverage(store);
  expect(await isKept()).toBe(true);
  await save([asks('10:00', { request: 2 }), delivers('10:30', { request: 1 })]);
  expect(await isKept()).toBe(false);
  await store.close();
  store = await openStore(path.join(folder, 'store.duckdb'));
  expect((await keptCoverage(store)).requests).toBe(2);
  expect(await keptCoverage(store)).toEqual(await storeCoverage(store));
});

test('what was counted of data that have changed meanwhile is not kept', async () => {
  const counting = keptCoverage(store);
  await save([asks('10:00', { request: 2 })]);
  await counting;
  expect(await isKept()).toBe(false);
  expect((await keptCoverage(store)).requests).toBe(2);
});

test('what other statements have counted is counted anew', async () => {
  const counted = await keptCoverage(store);
  expect(await isKept()).toBe(true);
  await store.write(
    (writer) =>
      writer.run(
        `UPDATE facts SET value = replace(replace(value, '"requests":1', '"requests":7'), '"countedBy":"', '"countedBy":"x')
         WHERE name = 'coverage'`,
      ),
    () => false,
  );
  expect(await keptCoverage(store)).toEqual(counted);
});

test('a transaction that fails leaves it as it was', async () => {
  await keptCoverage(store);
  expect(await isKept()).toBe(true);
  const failing = store.write(async (writer) => writer.run('SELECT * FROM nothing'));
  await expect(failing).rejects.toThrow();
  expect(await isKept()).toBe(true);
});
