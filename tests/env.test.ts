import { describe, expect, test } from 'vitest';
import { readEnv } from '@/lib/env';
import { AppError } from '@/lib/errors';

const path = { AUDIT_LOGS_PATH: '/exports' };

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
  refuses(
    'AUDIT_LOGS_BUNDLED by hand',
    { ...path, AUDIT_LOGS_BUNDLED: 'yes' },
    'AUDIT_LOGS_BUNDLED',
    'unset it',
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
    auditLogsPath: '/exports',
    bundled: false,
    dataDir: null,
    tenant: null,
    logLevel: 'info',
  });
  reads(
    'white space around a value is cut',
    { AUDIT_LOGS_PATH: ' /exports ', DATA_DIR: ' /data ' },
    { auditLogsPath: '/exports', dataDir: '/data' },
  );
  reads(
    'a value left empty counts as unset',
    { ...path, DATA_DIR: '', AZURE_TENANT_ID: '', LOG_LEVEL: '' },
    { dataDir: null, tenant: null, logLevel: 'info' },
  );
  reads(
    'a tenant is compared in lower case',
    { ...path, AZURE_TENANT_ID: '5F0C1C1E-3A53-4D8E-9D0B-2F6B7A1E4C10' },
    { tenant: '5f0c1c1e-3a53-4d8e-9d0b-2f6b7a1e4c10' },
  );
  reads('the demo says that its data are its own', { ...path, AUDIT_LOGS_BUNDLED: '1' }, { bundled: true });
});
