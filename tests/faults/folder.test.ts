import { chmodSync, chownSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { generateSample } from '@/lib/source/sample/generate';
import { tenant } from '../inbound/storageLine';
import { type Child, type Read, readBy, startProduct } from './child';

const folder = mkdtempSync(path.join(tmpdir(), 'folder-'));
const exports = path.join(folder, 'exports');
const dataDir = path.join(folder, 'data');
const variables = (more: Record<string, string> = {}) => ({
  AUDIT_LOGS_PATH: exports,
  AZURE_TENANT_ID: tenant,
  DATA_DIR: dataDir,
  ...more,
});

/** Files whose first is small and whose second is more than a full disk takes. */
beforeAll(() => {
  const lines = [...generateSample({ requests: 300, until: '2026-08-20T00:00:00Z', days: 30 })];
  mkdirSync(exports);
  writeFileSync(path.join(exports, 'a.json'), `[${lines.slice(0, 50).join(',\n')}]`);
  writeFileSync(path.join(exports, 'b.json'), `[${lines.slice(50).join(',\n')}]`);
  chmodSync(folder, 0o755);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const storeIn = (at: string) => readdirSync(at).find((name) => name.endsWith('.duckdb')) ?? '';

/** What a process says that nothing happened to; it stays and holds the folder, for the first test. */
let whole: Read;
let first: Child;
beforeAll(async () => {
  first = startProduct(variables({ STAY: '1' }));
  const read = await first.read;
  if (read === null) throw new Error((await first.ended).wrote);
  whole = read;
});

test('a second process on one folder refuses with a sentence, and the first goes on', async () => {
  const second = await startProduct(variables()).ended;
  first.process.kill('SIGTERM');
  expect(second.wrote).toContain(`Another process (${first.process.pid}) uses the store ${dataDir}`);
  expect(second.wrote).toContain('DATA_DIR');
  expect(second.code).toBe(1);
  expect((await first.ended).code).toBe(0);
  expect(whole).toMatchObject({ state: 'complete', failure: null, rebuilt: null });
}, 60_000);

test('a store that cannot be read is read again from the source, and says so', async () => {
  writeFileSync(path.join(dataDir, storeIn(dataDir)), 'no store any more');
  const read = await readBy(variables());
  expect(read).toEqual({ ...whole, rebuilt: { at: expect.any(String), why: 'unreadable' } });
  expect(readdirSync(dataDir).filter((name) => name.includes('.unreadable-'))).toHaveLength(1);
}, 60_000);

test('a store that another version kept is read again from the source, and says so', async () => {
  const instance = await DuckDBInstance.create(path.join(dataDir, storeIn(dataDir)));
  const connection = await instance.connect();
  await connection.run(`UPDATE facts SET value = 'another' WHERE name = 'schema'`);
  await connection.run('DROP TABLE requests');
  connection.closeSync();
  instance.closeSync();
  const read = await readBy(variables());
  expect(read).toEqual({ ...whole, rebuilt: { at: expect.any(String), why: 'another-version' } });
}, 60_000);

test('a full disk is named, what was kept before is shown, and the reading goes on when there is room', async () => {
  const full = variables({ DATA_DIR: path.join(folder, 'full') });
  const child = startProduct(full, 600);
  const read = await child.read;
  expect((await child.ended).code).toBe(0);
  expect(read).toMatchObject({ state: 'failed', failure: expect.stringMatching(/disk.*is full.*is kept/) });
  expect(await readBy(full)).toEqual(whole);
}, 60_000);

test.each([
  ['without a store', false],
  ['with one', true],
])(
  'a folder that cannot be written to, %s, is refused with a sentence',
  async (_, withStore) => {
    const at = path.join(folder, `read-only-${withStore}`);
    mkdirSync(at);
    if (process.getuid?.() === 0) chownSync(at, 65_534, 65_534);
    const asNobody = variables({ DATA_DIR: at, AS_NOBODY: '1' });
    if (withStore) expect(await readBy(asNobody)).toEqual(whole);
    const before = readdirSync(at);
    chmodSync(at, 0o555);
    const { code, wrote } = await startProduct(asNobody).ended;
    expect(wrote).toMatch(
      /^The store .*could not be (opened|written to)\. Check that this process may write to the file and to its folder/m,
    );
    expect(code).toBe(1);
    expect(readdirSync(at)).toEqual(before);
    chmodSync(at, 0o755);
  },
  60_000,
);
