import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { generateSample } from '@/lib/source/sample/generate';
import { tenant } from '../inbound/storageLine';
import { readBy, startProduct } from './child';
import { servedWorkspace } from './workspace';

const folder = mkdtempSync(path.join(tmpdir(), 'killed-'));
const until = new Date(Date.now() - 5 * 86_400_000).toISOString();
const lines = [...generateSample({ requests: 60, until, days: 30 })];
const served = servedWorkspace(lines);
afterAll(() => rmSync(folder, { recursive: true }));

/** Where a process is killed, and how many milliseconds after DuckDB was given the statement. */
type Kill = [statement: string, which: number, afterMs: number];

/** Starts the product once for each kill on one folder, lets it end, and compares it with one that was never killed. */
async function check(variables: Record<string, string>, kills: Kill[]) {
  const dataDir = path.join(folder, 'cut', variables.AUDIT_LOGS_PATH ? 'files' : 'workspace');
  for (const [statement, which, afterMs] of kills) {
    const at = { DATA_DIR: dataDir, DIE_AT: `${statement} ${which}`, DIE_AFTER_MS: String(afterMs) };
    const { signal, wrote } = await startProduct({ ...variables, ...at }).ended;
    expect([at.DIE_AT, signal, wrote]).toEqual([at.DIE_AT, 'SIGKILL', expect.any(String)]);
  }
  const [resumed, whole] = await Promise.all([
    readBy({ ...variables, DATA_DIR: dataDir }),
    readBy({ ...variables, DATA_DIR: path.join(folder, 'whole', path.basename(dataDir)) }),
  ]);
  expect(resumed).toEqual(whole);
  expect(resumed).toMatchObject({ state: 'complete', failure: null, rebuilt: null });
  expect(resumed.requests).toBeGreaterThanOrEqual(60);
  expect(resumed.distinct).toBe(resumed.records);
  return readdirSync(dataDir);
}

test('a reading of a workspace that is killed again and again loses nothing and keeps nothing twice', async () => {
  const left = await check(served.variables(), [
    ['INSERT INTO records', 2, 1],
    ['INSERT INTO sync', 4, 0],
    ['COMMIT', 5, 1],
    ['INSERT INTO requests', 1, 1],
  ]);
  const spool = left.find((name) => name.endsWith('.spool')) ?? '';
  expect(readdirSync(path.join(folder, 'cut/workspace', spool))).toEqual([]);
}, 120_000);

test('a reading of files that is killed again and again loses nothing and keeps nothing twice', async () => {
  const exports = path.join(folder, 'exports');
  mkdirSync(exports);
  const third = Math.ceil(lines.length / 3);
  const part = (at: number) => lines.slice(at * third, (at + 1) * third);
  writeFileSync(path.join(exports, 'PT1H.json'), `${part(0).join('\n')}\n`);
  writeFileSync(path.join(exports, 'list.json'), `[${part(1).join(',\n')}]`);
  writeFileSync(path.join(exports, 'spoilt.json'), `${part(2).join('\n')}\nbroken\n`);
  await check({ AUDIT_LOGS_PATH: exports, AZURE_TENANT_ID: tenant }, [
    ['INSERT INTO files', 2, 0],
    ['COMMIT', 4, 1],
    ['INSERT INTO requests', 1, 1],
  ]);
}, 120_000);
