import { afterAll, beforeAll } from 'vitest';
import { LogAnalytics } from '../doubles/logAnalytics/server';
import { tableRow } from '../doubles/logAnalytics/tableRow';
import { type OpenId, startOpenId } from '../doubles/openid/openid';
import { makeTls } from '../doubles/tls';
import { tlsFolder } from '../doubles/trust';
import { audience } from '../source/logAnalytics/asking';

const workspace = '0f4f6a52-7c1b-4b0e-8f3a-6f0a2d9c1e77';

/** A workspace that processes of the product can read, and the authority whose tokens it takes. */
export interface ServedWorkspace {
  service(): LogAnalytics;
  /** With which a process reads it as the application. */
  variables(): Record<string, string>;
}

/** Serves audit records, storage lines, as a workspace for all tests of a file; an answer holds 150 of them at most. */
export function servedWorkspace(lines: readonly string[], tokenSeconds?: number): ServedWorkspace {
  let openId: OpenId;
  let service: LogAnalytics;
  let endpoint: string;
  beforeAll(async () => {
    const tls = makeTls(tlsFolder);
    const origins = { appOrigins: ['http://127.0.0.1:3000'], tls };
    openId = await startOpenId(tokenSeconds === undefined ? origins : { ...origins, tokenSeconds });
    service = new LogAnalytics({
      tls,
      audience,
      workspaces: { [workspace]: lines.map(tableRow) },
      limits: { records: 150, bytes: 1e9 },
      keys: `${openId.url}/jwks`,
    });
    endpoint = (await service.start()).replace(/\/v1$/, '');
  });
  afterAll(async () => {
    await service.close();
    await openId.close();
  });
  const variables = () => ({
    LOG_ANALYTICS_WORKSPACES: JSON.stringify([{ id: workspace, name: 'Contoso SOC' }]),
    LOG_ANALYTICS_ACCESS: 'application',
    LOG_ANALYTICS_DAYS: '60',
    LOG_ANALYTICS_ENDPOINT: endpoint,
    AZURE_TENANT_ID: openId.tenant,
    AZURE_CLIENT_ID: openId.clientId,
    AZURE_CLIENT_SECRET: openId.clientSecret,
    AZURE_AUTHORITY_HOST: openId.authorityHost,
    AZURE_TOKEN_CREDENTIALS: 'EnvironmentCredential',
  });
  return { service: () => service, variables };
}
