import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Env } from '@/lib/env';
import { type Inbound, startInbound } from '@/lib/inbound';
import { log } from '@/lib/log';
import { coverageReport } from '@/lib/report';
import { LogAnalytics } from '../doubles/logAnalytics/server';
import { type OpenId, startOpenId } from '../doubles/openid/openid';
import { makeTls } from '../doubles/tls';
import { tlsFolder } from '../doubles/trust';
import { withFolder } from '../source/files/reading';
import { audience, sampleRows } from '../source/logAnalytics/asking';
import { allRequests } from '../store/folding';
import { soc, until } from './syncing';

log.level = 'silent';

let openId: OpenId;
let service: LogAnalytics;
let endpoint: string;

beforeAll(async () => {
  const tls = makeTls(tlsFolder);
  openId = await startOpenId({ appOrigins: ['http://127.0.0.1:3000'], tls });
  const workspaces = { [soc.id]: sampleRows() };
  service = new LogAnalytics({ tls, audience, workspaces, keys: `${openId.url}/jwks` });
  endpoint = (await service.start()).replace(/\/v1$/, '');
  vi.stubEnv('AZURE_TENANT_ID', openId.tenant);
  vi.stubEnv('AZURE_CLIENT_ID', openId.clientId);
  vi.stubEnv('AZURE_CLIENT_SECRET', openId.clientSecret);
  vi.stubEnv('AZURE_TOKEN_CREDENTIALS', 'EnvironmentCredential');
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await service.close();
  await openId.close();
});

function env(more: Partial<Env> = {}): Env {
  const { tenant, clientId, authorityHost, clientSecret } = openId;
  return {
    source: { kind: 'log-analytics', workspaces: [soc], access: 'application', days: 365, endpoint },
    signIn: { tenant, clientId, authorityHost, scopesFile: null },
    cloud: 'public',
    clientSecret,
    dataDir: null,
    tenant,
    exclusionRulesFile: null,
    privileged: { ids: [], patterns: [] },
    logLevel: 'silent',
    metricsEveryMs: null,
    ...more,
  };
}

async function reading<T>(given: Env, use: (inbound: Inbound) => Promise<T>): Promise<T> {
  const inbound = await startInbound(given);
  try {
    await until(() => inbound.progress.state !== 'loading');
    return await use(inbound);
  } finally {
    await inbound.live?.sync.stop();
    await inbound.live?.source.close();
    await inbound.store.close();
  }
}

test('the application reads a workspace with its own token, and leaves no answer on the disk', () =>
  withFolder((dataDir) =>
    reading(env({ dataDir }), async (inbound) => {
      const report = await coverageReport(inbound, []);
      expect(report).toMatchObject({
        state: 'complete',
        requests: 7,
        failure: null,
        signIn: true,
        files: null,
      });
      expect(report.source).toMatchObject({
        access: 'application',
        workspaces: [{ id: soc.id, state: 'complete', records: 27, syncedAs: 'application' }],
      });
      expect(service.asked.map(({ oid }) => oid)).toContain('a11ce000-0000-4000-8000-000000005e4d');
      const [spool = ''] = readdirSync(dataDir).filter((name) => name.endsWith('.spool'));
      expect(readdirSync(path.join(dataDir, spool))).toEqual([]);
    }),
  ));

test('a restart goes on from where the store is: only what has arrived is read', () =>
  withFolder(async (dataDir) => {
    const before = await reading(env({ dataDir }), ({ store }) => allRequests(store));
    service.asked.length = 0;
    await reading(env({ dataDir }), async ({ store }) => expect(await allRequests(store)).toEqual(before));
    expect(service.asked.filter(({ text }) => text.includes('let ingestedFrom = datetime(2'))).toHaveLength(
      1,
    );
    expect(service.asked).toHaveLength(1);
  }));

test('an identity that is refused is told with its mend', () => {
  vi.stubEnv('AZURE_CLIENT_SECRET', 'another');
  return reading(env(), async (inbound) => {
    vi.stubEnv('AZURE_CLIENT_SECRET', openId.clientSecret);
    expect(inbound.progress).toMatchObject({ state: 'failed' });
    const report = await coverageReport(inbound, []);
    expect(report.failure).toContain('AZURE_CLIENT_SECRET');
  });
});

test('a scoped reader is told of their own workspaces and requests alone', () =>
  reading(env(), async (inbound) => {
    const scope = (workspaces: string[]) => [
      { kind: 'scope', field: 'scope', grants: [{ packages: null, workspaces }] } as const,
    ];
    expect(await coverageReport(inbound, scope(['another']))).toMatchObject({
      requests: 0,
      from: null,
      to: null,
      tenants: [],
      records: null,
      unlinkedOperations: null,
      listed: null,
      source: { workspaces: [] },
    });
    expect(await coverageReport(inbound, scope([soc.id]))).toMatchObject({
      requests: 7,
      source: { workspaces: [{ id: soc.id }] },
    });
  }));

test.each<[string, () => Partial<Env>, string]>([
  ['without sign-in', () => ({ signIn: null }), 'AZURE_CLIENT_ID'],
  [
    'as its readers, without a secret',
    () => ({
      clientSecret: null,
      source: { kind: 'log-analytics', workspaces: [soc], access: 'delegated', days: 1, endpoint },
    }),
    'AZURE_CLIENT_SECRET',
  ],
])('a workspace is not read %s', (_, but, named) =>
  expect(startInbound(env(but()))).rejects.toMatchObject({
    code: 'environment-invalid',
    message: expect.stringContaining(named),
  }),
);
