import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AppError } from '@/lib/errors';
import { appError } from '@/lib/source/logAnalytics/failures';
import type { Failure } from '@/lib/source/logAnalytics/messages';
import { NoAnswer } from '@/lib/source/logAnalytics/thread';
import { openWorkspaceReader } from '@/lib/source/logAnalytics/workspaceReader';
import { type Refusal, refusals } from '@/tests/doubles/logAnalytics/errors';
import { type Fault, LogAnalytics } from '@/tests/doubles/logAnalytics/server';
import { makeTls } from '@/tests/doubles/tls';
import { type Asking, all, signal, startAsking, token, tokenFor, workspace } from './asking';

let asking: Asking;
beforeAll(async () => {
  asking = await startAsking();
});
beforeEach(() => asking.serve());
afterAll(() => asking.stop());

const thrice = (fault: Fault): Fault[] => [fault, fault, fault];
const refused = (refusal: Refusal): Fault => ({ kind: 'refusal', refusal });

describe('a failure of the service is a sentence with the mend', () => {
  it.each<[string, Fault[], AppError['code'], RegExp]>([
    ['no role', [refused(refusals.noAccess)], 'workspace-refused', /Log Analytics Reader.*60 minutes/],
    [
      'an application that may not',
      [refused(refusals.unauthorizedClient)],
      'workspace-refused',
      /LOG_ANALYTICS_ACCESS/,
    ],
    ['no token', [refused(refusals.noToken)], 'workspace-refused', /token.*Data\.Read/],
    ['a bad token', [refused(refusals.badToken)], 'workspace-refused', /token.*AZURE_TENANT_ID/],
    ['a token for another service', [refused(refusals.wrongAudience)], 'audience-wrong', /AZURE_CLOUD/],
    [
      'no such workspace',
      [refused(refusals.workspaceUnknown)],
      'workspace-unknown',
      /LOG_ANALYTICS_WORKSPACES/,
    ],
    [
      'no table AuditLogs',
      [refused(refusals.tableMissing)],
      'table-missing',
      /diagnostic settings.*three days/,
    ],
    [
      'a text it does not take',
      [refused(refusals.syntaxError)],
      'workspace-unavailable',
      /did not accept the query/,
    ],
    ['a wrong address', [refused(refusals.pathNotFound)], 'workspace-unavailable', /LOG_ANALYTICS_ENDPOINT/],
    ['throttling', thrice(refused(refusals.throttled)), 'workspace-throttled', /in a minute/],
    ['an inner error', thrice(refused(refusals.serverError)), 'workspace-unavailable', /status 500/],
    [
      'a gateway that speaks HTML',
      thrice(refused(refusals.badGateway)),
      'workspace-unavailable',
      /status 502/,
    ],
    ['being unavailable', thrice(refused(refusals.unavailable)), 'workspace-unavailable', /few minutes/],
    ['an empty time-out', [refused(refusals.gatewayTimeout)], 'workspace-too-slow', /shorter time/],
    [
      'an empty answer',
      [refused(refusals.nothing)],
      'workspace-unavailable',
      /no answer.*LOG_ANALYTICS_ENDPOINT/,
    ],
    ['JSON that breaks off', [refused(refusals.brokenJson)], 'workspace-unavailable', /no answer/],
    [
      'JSON of something else',
      [refused({ status: 200, body: { hello: 1 } })],
      'workspace-unavailable',
      /no answer/,
    ],
    ['no table', [refused({ status: 200, body: { tables: [] } })], 'workspace-unavailable', /no answer/],
    [
      'a table of something else',
      [
        refused({
          status: 200,
          body: { tables: [{ name: 'T', columns: [{ name: 'x', type: 'long' }], rows: [[1]] }] },
        }),
      ],
      'workspace-unavailable',
      /no answer/,
    ],
    [
      'an error with status 200',
      [refused({ status: 200, body: { error: { code: 'BadArgumentError', message: 'E_RUNAWAY_QUERY' } } })],
      'workspace-too-much',
      /larger/,
    ],
    [
      'a connection that is cut before the answer',
      thrice({ kind: 'cut', bytes: 0 }),
      'workspace-unavailable',
      /connection/,
    ],
    [
      'a connection that is cut within it',
      thrice({ kind: 'cut', bytes: 3000 }),
      'workspace-unavailable',
      /connection/,
    ],
  ])('%s', async (_, faults, code, sentence) => {
    asking.service.next(...faults);
    const failing = asking.reader.fetch(workspace, all, token, { signal });
    await expect(failing).rejects.toMatchObject({ name: 'AppError', code });
    await expect(failing).rejects.toThrow(sentence);
    expect(asking.service.asked).toHaveLength(faults.length);
    expect(asking.spooled()).toEqual([]);
  });

  it('a long Retry-After is not waited for, but told', async () => {
    asking.service.next(refused(refusals.throttledFor(3600)));
    await expect(asking.reader.fetch(workspace, all, token, { signal })).rejects.toMatchObject({
      code: 'workspace-throttled',
      retryAfterSeconds: 3600,
    });
  });

  it.each([
    ['nobody at the address', 'https://127.0.0.1:1/v1', /connection/],
    ['an address that does not exist', 'https://workspace.invalid/v1', /DNS/],
  ])('%s', async (_, endpoint, sentence) => {
    const reader = openWorkspaceReader({ endpoint, audience: 'x', spool: '.cache/spool' });
    await expect(reader.fetch(workspace, all, token, { signal })).rejects.toThrow(sentence);
    await reader.close();
  });
});

it('a certificate that nobody here trusts is named', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'untrusted-'));
  const service = new LogAnalytics({ tls: makeTls(folder), audience: 'x', workspaces: {} });
  const reader = openWorkspaceReader({ endpoint: await service.start(), audience: 'x', spool: folder });
  await expect(reader.fetch(workspace, all, token, { signal })).rejects.toThrow(/NODE_EXTRA_CA_CERTS/);
  await reader.close();
  await service.close();
  rmSync(folder, { recursive: true });
});

describe('a failure on this side is a sentence as well', () => {
  const crashed = (code: string): Failure => ({ kind: 'crashed', code, message: '' });
  const disk = (code: string): Failure => ({ kind: 'disk', code, message: '' });
  it.each<[Failure, AppError['code'], RegExp]>([
    [{ kind: 'slow' }, 'workspace-too-slow', /too long.*shorter time/],
    [disk('ENOSPC'), 'disk-full', /DATA_DIR/],
    [disk('EDQUOT'), 'disk-full', /DATA_DIR/],
    [disk('EFBIG'), 'disk-full', /DATA_DIR/],
    [disk('EACCES'), 'internal', /EACCES/],
    [crashed('ERR_WORKER_OUT_OF_MEMORY'), 'workspace-too-much', /memory/],
    [crashed('TypeError'), 'internal', /failed/],
  ])('%j', (failure, code, sentence) => {
    const error = appError(new NoAnswer(failure), workspace);
    expect(error.code).toBe(code);
    expect(error.message).toMatch(sentence);
  });
});

describe('the real check of the double', () => {
  it.each<[string, ReturnType<typeof tokenFor>, string, AppError['code']]>([
    [
      'a token for another audience',
      tokenFor('analyst', { aud: 'api://other' }),
      workspace,
      'audience-wrong',
    ],
    ['an expired token', tokenFor('analyst', { exp: 1 }), workspace, 'workspace-refused'],
    ['a principal without access', tokenFor('stranger'), workspace, 'workspace-refused'],
    ['a workspace that it does not have', token, '00000000-0000-4000-8000-000000000000', 'workspace-unknown'],
  ])('refuses %s', async (_, given, id, code) => {
    asking.serve({ mayQuery: (oid) => oid !== 'stranger' });
    await expect(asking.reader.fetch(id, all, given, { signal })).rejects.toMatchObject({ code });
  });
});

it("an error of the token's own source comes through as it is", async () => {
  const failing = () => Promise.reject(new Error('sign in first'));
  await expect(asking.reader.fetch(workspace, all, failing, { signal })).rejects.toThrow('sign in first');
});
