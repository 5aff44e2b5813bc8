import { describe, expect, test } from 'vitest';
import { readEnv } from '@/lib/env';
import { refuseUnsafe } from '@/lib/safeStart';

const id = '0b1ec700-0000-4000-8000-000000000001';
const files = { AUDIT_LOGS_PATH: '/exports' };
const signIn = { AZURE_TENANT_ID: id, AZURE_CLIENT_ID: id };
const live = { LOG_ANALYTICS_WORKSPACES: JSON.stringify([{ id, name: 'SOC' }]) };
const next = ['/node', '/product/node_modules/next/dist/bin/next'];
const standalone = ['/node', '/product/server.js'];
const npmStart = [...next, 'start', '-H', '127.0.0.1'];

const starting = (variables: Record<string, string>, args: string[]) => () =>
  refuseUnsafe(readEnv(variables), { variables, args });

describe('without sign-in the product starts on this machine only', () => {
  test.each<[string[], Record<string, string>?]>([
    [npmStart],
    [[...next, 'start', '-H127.0.0.1']],
    [[...next, 'start', '--hostname', 'localhost']],
    [[...next, 'dev', '--hostname=::1', '-p', '3000']],
    [[...next, 'start', '-H', '0.0.0.0', '-H', '127.0.0.1']],
    [standalone, { HOSTNAME: '127.0.0.1' }],
  ])('%j %j starts', (args, variables) => {
    expect(starting({ ...files, ...variables }, args)).not.toThrow();
  });
  test.each<[string[], Record<string, string>?]>([
    [[...next, 'start']],
    [[...next, 'start', '127.0.0.1']],
    [[...next, 'start'], { HOSTNAME: '127.0.0.1' }],
    [[...next, 'start', '-H', '0.0.0.0']],
    [[...next, 'start', '-H']],
    [[...next, 'start', '--hostname=192.0.2.1']],
    [[...npmStart, '-H', '::']],
    [[...npmStart, '-H0.0.0.0']],
    [[...next, 'start', '--', '-H', '127.0.0.1']],
    [standalone],
    [standalone, { HOSTNAME: '' }],
    [standalone, { HOSTNAME: '0.0.0.0' }],
    [standalone, { HOSTNAME: 'a1b2c3d4e5f6' }],
    [[...standalone, '-H', '127.0.0.1']],
    [[]],
  ])('%j %j is refused', (args, variables) => {
    const start = starting({ ...files, ...variables }, args);
    expect(start).toThrow(expect.objectContaining({ code: 'environment-invalid' }));
    expect(start).toThrow('listens on this machine only');
    expect(start).toThrow('AZURE_CLIENT_ID');
  });
});

describe('with sign-in', () => {
  test.each([
    ['files on every address', { ...files, ...signIn }, [...next, 'start']],
    ['files in a container', { ...files, ...signIn, HOSTNAME: '0.0.0.0' }, standalone],
    ['a workspace as itself', { ...live, ...signIn, LOG_ANALYTICS_ACCESS: 'application' }, npmStart],
    ['a workspace as the reader', { ...live, ...signIn, AZURE_CLIENT_SECRET: 'sesame' }, npmStart],
    ['a public variable that is none of ours', { ...files, ...signIn, NEXT_PUBLIC_COLOUR: 'red' }, npmStart],
  ])('%s starts', (_rule, variables, args) => {
    expect(starting(variables, args)).not.toThrow();
  });
});

describe('an unsafe combination is refused with its mend', () => {
  test.each<[string, Record<string, string>, string[]]>([
    ['a workspace without sign-in', live, ['LOG_ANALYTICS_WORKSPACES', 'AZURE_CLIENT_ID']],
    [
      'delegated access without a secret',
      { ...live, ...signIn },
      ['AZURE_CLIENT_SECRET', 'LOG_ANALYTICS_ACCESS=application'],
    ],
    [
      'a secret by its name',
      { ...files, NEXT_PUBLIC_AZURE_CLIENT_SECRET: 'x' },
      ['NEXT_PUBLIC_AZURE_CLIENT_SECRET'],
    ],
    ['a token by its name', { ...files, NEXT_PUBLIC_API_TOKEN: 'x' }, ['NEXT_PUBLIC_API_TOKEN', 'Unset']],
    [
      'the secret under another name',
      { ...files, ...signIn, AZURE_CLIENT_SECRET: 'sesame', NEXT_PUBLIC_COLOUR: ' sesame' },
      ['NEXT_PUBLIC_COLOUR', 'Unset'],
    ],
  ])('%s', (_rule, variables, words) => {
    const start = starting(variables, npmStart);
    expect(start).toThrow(expect.objectContaining({ code: 'environment-invalid' }));
    for (const word of words) expect(start).toThrow(word);
    expect(start).not.toThrow('sesame');
  });
});
