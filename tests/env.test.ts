import { describe, expect, test } from 'vitest';
import { readEnv } from '@/lib/env';
import { AppError } from '@/lib/errors';

const path = { AUDIT_LOGS_PATH: '/exports' };
const tenant = '5f0c1c1e-3a53-4d8e-9d0b-2f6b7a1e4c10';
const client = 'a11ce000-0000-4000-8000-00000000c11e';
const soc = { id: '0b1ec700-0000-4000-8000-000000000001', name: 'Contoso SOC' };
const workspaces = (...list: unknown[]) => ({ LOG_ANALYTICS_WORKSPACES: JSON.stringify(list) });

describe('a variable that cannot be used is named with its mend', () => {
  const refuses = (rule: string, environment: Record<string, string>, ...words: string[]) =>
    test(rule, () => {
      const read = () => readEnv(environment);
      expect(read).toThrow(AppError);
      expect(read).toThrow(expect.objectContaining({ code: 'environment-invalid' }));
      for (const word of words) expect(read).toThrow(word);
    });

  refuses('no AUDIT_LOGS_PATH', {}, 'AUDIT_LOGS_PATH', 'Set it to a file or folder');
  refuses(
    'an empty AUDIT_LOGS_PATH',
    { AUDIT_LOGS_PATH: '' },
    'AUDIT_LOGS_PATH',
    'Set it to a file or folder',
  );
  refuses('a blank AUDIT_LOGS_PATH', { AUDIT_LOGS_PATH: '  ' }, 'AUDIT_LOGS_PATH');
  refuses(
    'a tenant that is no id',
    { ...path, AZURE_TENANT_ID: 'contoso.example' },
    'AZURE_TENANT_ID',
    'Directory (tenant) ID',
  );
  refuses(
    'a log level that is none',
    { ...path, LOG_LEVEL: 'loud' },
    'LOG_LEVEL',
    'fatal, error, warn, info, debug, silent',
  );
  for (const name of ['OTEL_EXPORTER_OTLP_ENDPOINT', 'OTEL_EXPORTER_OTLP_METRICS_ENDPOINT'])
    for (const value of ['127.0.0.1:4318', 'grpc://127.0.0.1:4317', 'collector'])
      refuses(`${name}=${value}`, { ...path, [name]: value }, name, 'http or https address');
  for (const name of ['OTEL_EXPORTER_OTLP_PROTOCOL', 'OTEL_EXPORTER_OTLP_METRICS_PROTOCOL'])
    refuses(`${name}=grpc`, { ...path, [name]: 'grpc' }, name, 'http/protobuf');
  for (const value of ['0', '99', '1.5', 'often'])
    refuses(
      `metrics each ${value} milliseconds`,
      { ...path, OTEL_METRIC_EXPORT_INTERVAL: value },
      'OTEL_METRIC_EXPORT_INTERVAL',
      'from 100 to 9999999',
    );
  refuses(
    'AUDIT_LOGS_BUNDLED by hand',
    { ...path, AUDIT_LOGS_BUNDLED: 'yes' },
    'AUDIT_LOGS_BUNDLED',
    'unset it',
  );
  refuses(
    'a client that is no id',
    { ...path, AZURE_TENANT_ID: tenant, AZURE_CLIENT_ID: 'approvals' },
    'AZURE_CLIENT_ID',
    'Application (client) ID',
  );
  refuses(
    'a client without the tenant that readers sign in to',
    { ...path, AZURE_CLIENT_ID: client },
    'AZURE_TENANT_ID is not',
    'Directory (tenant) ID',
  );
  refuses('a cloud that is none', { ...path, AZURE_CLOUD: 'mars' }, 'AZURE_CLOUD', 'public, usgov, china');
  for (const name of ['AZURE_AUTHORITY_HOST', 'LOG_ANALYTICS_ENDPOINT'])
    for (const value of ['http://127.0.0.1:9443', '127.0.0.1', 'https://127.0.0.1:9443/v1', 'https://x/?y'])
      refuses(`${name}=${value}`, { ...path, [name]: value }, name, 'an https address without a path');
  refuses('two sources', { ...path, ...workspaces(soc) }, 'AUDIT_LOGS_PATH', 'Keep one');
  for (const [rule, value] of Object.entries({
    'that are no JSON': 'Contoso SOC',
    'that are no list': JSON.stringify(soc),
    'that are none': '[]',
    'whose id is none': JSON.stringify([{ ...soc, id: 'contoso-soc' }]),
    'without a name': JSON.stringify([{ id: soc.id }]),
    'with a part that is not known': JSON.stringify([{ ...soc, key: 'x' }]),
    'that come twice': JSON.stringify([soc, { ...soc, id: soc.id.toUpperCase() }]),
    'whose resource id is another resource’s': JSON.stringify([{ ...soc, resourceId: '/subscriptions/x' }]),
  }))
    refuses(
      `workspaces ${rule}`,
      { LOG_ANALYTICS_WORKSPACES: value },
      'LOG_ANALYTICS_WORKSPACES',
      'JSON list',
    );
  refuses(
    'an access that is none',
    { ...workspaces(soc), LOG_ANALYTICS_ACCESS: 'mine' },
    'LOG_ANALYTICS_ACCESS',
    'delegated, application',
  );
  for (const days of ['0', '-1', '1.5', '90d', '10000'])
    refuses(
      `${days} days`,
      { ...workspaces(soc), LOG_ANALYTICS_DAYS: days },
      'LOG_ANALYTICS_DAYS',
      'whole number',
    );
  refuses(
    'several at once, each of them',
    { ...path, AZURE_TENANT_ID: 'x', LOG_LEVEL: 'loud' },
    'AZURE_TENANT_ID',
    'LOG_LEVEL',
  );
});

describe('what is read', () => {
  const reads = (
    rule: string,
    environment: Record<string, string>,
    expected: Partial<ReturnType<typeof readEnv>>,
  ) => test(rule, () => expect(readEnv(environment)).toMatchObject(expected));

  reads('a path alone is enough', path, {
    source: { kind: 'files', path: '/exports', bundled: false },
    signIn: null,
    cloud: 'public',
    clientSecret: null,
    dataDir: null,
    tenant: null,
    logLevel: 'info',
  });
  reads(
    'white space around a value is cut',
    { AUDIT_LOGS_PATH: ' /exports ', DATA_DIR: ' /data ' },
    { source: { kind: 'files', path: '/exports', bundled: false }, dataDir: '/data' },
  );
  reads(
    'a value left empty counts as unset',
    {
      ...path,
      DATA_DIR: '',
      AZURE_TENANT_ID: '',
      AZURE_CLIENT_ID: '',
      LOG_ANALYTICS_WORKSPACES: ' ',
      LOG_LEVEL: '',
    },
    { dataDir: null, tenant: null, signIn: null, logLevel: 'info' },
  );
  reads('metrics go nowhere unless an address is given', path, { metricsEveryMs: null });
  reads(
    'metrics go out each minute unless told otherwise',
    {
      ...path,
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318',
      OTEL_EXPORTER_OTLP_PROTOCOL: 'http/protobuf',
    },
    { metricsEveryMs: 60_000 },
  );
  reads(
    'metrics alone, and as often as told',
    {
      ...path,
      OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: 'https://collector.contoso.com/v1/metrics',
      OTEL_METRIC_EXPORT_INTERVAL: '5000',
    },
    { metricsEveryMs: 5000 },
  );
  reads('a tenant is compared in lower case', { ...path, AZURE_TENANT_ID: tenant.toUpperCase() }, { tenant });
  reads(
    'the demo says that its data are its own',
    { ...path, AUDIT_LOGS_BUNDLED: '1' },
    { source: { kind: 'files', path: '/exports', bundled: true } },
  );
  reads(
    'a client and a tenant are sign-in at the cloud’s own authority',
    { ...path, AZURE_TENANT_ID: tenant, AZURE_CLIENT_ID: client.toUpperCase(), SCOPES_FILE: '/scopes.json' },
    {
      signIn: {
        tenant,
        clientId: client,
        authorityHost: 'https://login.microsoftonline.com',
        scopesFile: '/scopes.json',
      },
    },
  );
  for (const [cloud, authorityHost] of [
    ['usgov', 'https://login.microsoftonline.us'],
    ['china', 'https://login.chinacloudapi.cn'],
  ] as const)
    reads(
      `the authority of ${cloud}`,
      { ...path, AZURE_TENANT_ID: tenant, AZURE_CLIENT_ID: client, AZURE_CLOUD: cloud },
      { cloud, signIn: { tenant, clientId: client, authorityHost, scopesFile: null } },
    );
  reads(
    'an authority of one’s own, without its last slash',
    {
      ...path,
      AZURE_TENANT_ID: tenant,
      AZURE_CLIENT_ID: client,
      AZURE_AUTHORITY_HOST: 'https://127.0.0.1:9443/',
    },
    { signIn: { tenant, clientId: client, authorityHost: 'https://127.0.0.1:9443', scopesFile: null } },
  );
  reads('workspaces are read as the reader, two years back, unless told otherwise', workspaces(soc), {
    source: { kind: 'log-analytics', workspaces: [soc], access: 'delegated', days: 730, endpoint: null },
  });
  const resourceId =
    '/subscriptions/0b1ec700-0000-4000-8000-000000000002/resourceGroups/soc/providers/Microsoft.OperationalInsights/workspaces/contoso';
  reads(
    'workspaces with all that can be said of them',
    {
      ...workspaces({ ...soc, resourceId }),
      LOG_ANALYTICS_ACCESS: 'application',
      LOG_ANALYTICS_DAYS: '90',
      LOG_ANALYTICS_ENDPOINT: 'https://127.0.0.1:9444',
      AZURE_CLIENT_SECRET: ' sesame ',
    },
    {
      source: {
        kind: 'log-analytics',
        workspaces: [{ ...soc, resourceId }],
        access: 'application',
        days: 90,
        endpoint: 'https://127.0.0.1:9444',
      },
      clientSecret: 'sesame',
    },
  );
});
