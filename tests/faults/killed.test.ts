import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { generateSample } from '@/lib/source/sample/generate';
import { LogAnalytics } from '../doubles/logAnalytics/server';
import { tableRow } from '../doubles/logAnalytics/tableRow';
import { type OpenId, startOpenId } from '../doubles/openid/openid';
import { makeTls } from '../doubles/tls';
import { tlsFolder } from '../doubles/trust';
import { tenant } from '../inbound/storageLine';
import { audience } from '../source/logAnalytics/asking';
import { readBy, startProduct } from './child';

const folder = mkdtempSync(path.join(tmpdir(), 'killed-'));
const until = new Date(Date.now() - 5 * 86_400_000).toISOString();
const lines = [...generateSample({ requests: 60, until, days: 30 })];
const workspace = '0f4f6a52-7c1b-4b0e-8f3a-6f0a2d9c1e77';

let openId: OpenId;
let service: LogAnalytics;
beforeAll(async () => {
  const tls = makeTls(tlsFolder);
  openId = await startOpenId({ appOrigins: ['http://127.0.0.1:3000'], tls });
  service = new LogAnalytics({
    tls,
    audience,
    workspaces: { [workspace]: lines.map(tableRow) },
    limits: { records: 150, bytes: 1e9 },
    keys: `${openId.url}/jwks`,
  });
});
afterAll(async () => {
  await service.close();
  await openId.close();
  rmSync(folder, { recursive: true });
});

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
  const endpoint = (await service.start()).replace(/\/v1$/, '');
  const { tenant, clientId, clientSecret, authorityHost } = openId;
  const left = await check(
    {
      LOG_ANALYTICS_WORKSPACES: JSON.stringify([{ id: workspace, name: 'Contoso SOC' }]),
      LOG_ANALYTICS_ACCESS: 'application',
      LOG_ANALYTICS_DAYS: '60',
      LOG_ANALYTICS_ENDPOINT: endpoint,
      AZURE_TENANT_ID: tenant,
      AZURE_CLIENT_ID: clientId,
      AZURE_CLIENT_SECRET: clientSecret,
      AZURE_AUTHORITY_HOST: authorityHost,
      AZURE_TOKEN_CREDENTIALS: 'EnvironmentCredential',
    },
    [
      ['INSERT INTO records', 2, 1],
      ['INSERT INTO sync', 4, 0],
      ['COMMIT', 5, 1],
      ['INSERT INTO requests', 1, 1],
    ],
  );
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
