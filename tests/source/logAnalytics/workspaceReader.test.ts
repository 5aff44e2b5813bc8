import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditRecord } from '@/lib/audit/record';
import { readExport } from '@/lib/source/files/readExport';
import type { Bounds } from '@/lib/source/logAnalytics/workspaceReader';
import { generateSample } from '@/lib/source/sample/generate';
import { refusals } from '@/tests/doubles/logAnalytics/errors';
import type { Options } from '@/tests/doubles/logAnalytics/server';
import { type StoredRow, tableRow } from '@/tests/doubles/logAnalytics/tableRow';
import {
  type Asking,
  all,
  recordsIn,
  sampleRows,
  signal,
  startAsking,
  token,
  tokenFor,
  workspace,
} from './asking';

let asking: Asking;
beforeAll(async () => {
  asking = await startAsking();
});
afterAll(() => asking.stop());

const start = (options: Partial<Options> = {}) => {
  asking.serve(options);
  return asking;
};

/** The records as they come when the same rows are exported to a file. */
async function throughFiles(stored: StoredRow[]): Promise<AuditRecord[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'export-'));
  const file = path.join(folder, 'rows.ndjson');
  writeFileSync(file, stored.map(({ row }) => `${JSON.stringify(row)}\n`).join(''));
  const records: AuditRecord[] = [];
  for await (const batch of readExport({ path: file, name: 'rows.ndjson', bytes: 0, modifiedMs: 0 }))
    records.push(...batch.records);
  rmSync(folder, { recursive: true });
  return records;
}

const plain = (record: AuditRecord) => ({ ...record, further: null, ingestedAt: null, workspaces: null });

describe('records', () => {
  it('come as they come through a file of the same rows', async () => {
    const sample = [...generateSample({ requests: 200, until: '2026-08-31T00:00:00Z', unrelated: 0 })].map(
      tableRow,
    );
    const stored = [...sampleRows(), ...sample];
    const { reader } = start({ workspaces: { [workspace]: stored } });
    const fetched = await reader.fetch(workspace, { ...all, from: '2020-01-01T00:00:00Z' }, token, {
      signal,
    });
    const records = recordsIn(fetched.file);
    const byId = (one: AuditRecord, other: AuditRecord) => ((one.id ?? '') < (other.id ?? '') ? -1 : 1);
    expect(fetched).toMatchObject({
      records: stored.length,
      unusable: 0,
      complete: true,
      partialReason: null,
    });
    expect(records.map(plain).sort(byId)).toEqual((await throughFiles(stored)).map(plain).sort(byId));
  });

  it('carry when they became queryable, and where', async () => {
    const { reader } = start();
    const { file, newestIngested } = await reader.fetch(workspace, all, token, { signal });
    const first = recordsIn(file).find(
      ({ timeGenerated }) => timeGenerated === '2026-08-03T08:00:00.1234567Z',
    );
    expect(first).toMatchObject({ ingestedAt: '2026-08-03T08:05:00.123Z', workspaces: workspace });
    expect(newestIngested).toBe('2026-08-21T09:05:02.0Z');
  });

  const time = '2026-08-04T10:00:41.0Z';
  it.each<[string, Bounds, string[]]>([
    ['include the first instant', { by: 'TimeGenerated', from: time, to: '2026-08-04T10:00:42Z' }, [time]],
    ['exclude the last instant', { by: 'TimeGenerated', from: '2026-08-04T10:00:40Z', to: time }, []],
    [
      'are 100 ns fine',
      { by: 'TimeGenerated', from: '2026-08-03T08:00:00.1234567Z', to: '2026-08-03T08:00:00.1234568Z' },
      ['2026-08-03T08:00:00.1234567Z'],
    ],
    [
      'can be those of ingestion',
      { by: 'ingestion_time', from: '2026-08-04T10:05:41Z', to: '2026-08-04T10:05:42Z' },
      [time],
    ],
    [
      'of ingestion can be pruned by the time of the record',
      {
        by: 'ingestion_time',
        from: '2026-08-04T10:00:00Z',
        to: '2026-08-04T10:10:00Z',
        generatedFrom: '2026-08-04T10:00:42Z',
      },
      ['2026-08-04T10:00:43.0Z'],
    ],
  ])('bounds %s', async (_, bounds, expected) => {
    const { reader } = start();
    const { file } = await reader.fetch(workspace, bounds, token, { signal });
    expect(recordsIn(file).map(({ timeGenerated }) => timeGenerated)).toEqual(expected);
  });

  it('are ours, and what other services wrote for a request of ours', async () => {
    const [request] = sampleRows();
    if (!request) throw new Error('There is no sample.');
    const other = (id: string, columns: Record<string, unknown>): StoredRow => ({
      ingestedAt: request.ingestedAt,
      row: { TimeGenerated: request.row.TimeGenerated, Id: id, Category: 'GroupManagement', ...columns },
    });
    const { reader } = start({
      workspaces: {
        [workspace]: [
          request,
          other('write', { OperationName: 'Add member to group', CorrelationId: request.row.CorrelationId }),
          other('user', { OperationName: 'Add user', CorrelationId: 'x' }),
          other('blank', { OperationName: 'Approve access package assignment request', Category: '' }),
          other('typed', {
            OperationName: 'Something new',
            Category: 'Audit',
            TargetResources: [{ type: 'AccessPackageCatalog' }],
          }),
          other('elsewhere', { OperationName: 'Add member to group', CorrelationId: 'y' }),
          other('renamed', { OperationName: 'Approve access package assignment request' }),
        ],
      },
    });
    const { file } = await reader.fetch(workspace, all, token, { signal });
    const ids = recordsIn(file).map(({ id }) => id);
    expect(ids).toEqual([request.row.Id, 'write', 'user', 'blank', 'typed']);
  });

  it('that are none are counted', async () => {
    const stored = sampleRows();
    stored.push({ ingestedAt: stored[0]?.ingestedAt ?? '', row: { ...stored[0]?.row, OperationName: ' ' } });
    const { reader } = start({ workspaces: { [workspace]: stored } });
    expect(await reader.fetch(workspace, all, token, { signal })).toMatchObject({ records: 27, unusable: 1 });
  });
});

describe('an answer in part', () => {
  it.each(['message', 'details'] as const)('is never taken for a whole one: wording %s', async (wording) => {
    const { reader, service } = start();
    service.next({ kind: 'partial', wording });
    const fetched = await reader.fetch(workspace, all, token, { signal });
    expect(fetched).toMatchObject({ records: 13, complete: false });
    expect(fetched.partialReason).toMatch(/exceeded|errors/);
  });

  it.each([
    ['records', { records: 10, bytes: 1e9 }],
    ['size', { records: 1e9, bytes: 5000 }],
  ])("comes of the service's limit on %s", async (_, limits) => {
    const { reader } = start({ limits });
    const fetched = await reader.fetch(workspace, all, token, { signal });
    expect(fetched.complete).toBe(false);
    expect(fetched.records).toBeLessThan(27);
  });

  it('of counts is an error, since they would be wrong', async () => {
    const { reader, service } = start();
    service.next({ kind: 'partial', wording: 'message' });
    await expect(reader.survey(workspace, all, token, { signal })).rejects.toMatchObject({
      code: 'workspace-unavailable',
    });
  });
});

describe('a survey', () => {
  it('says what is there', async () => {
    const { reader, service } = start();
    const survey = await reader.survey(workspace, { from: all.from, to: '2026-08-31T00:00:00Z' }, token, {
      signal,
    });
    expect(survey).toMatchObject({
      oldest: '2026-08-01T09:00:00.0Z',
      newest: '2026-08-21T09:00:02.0Z',
      newestIngested: '2026-08-21T09:05:02.0Z',
      records: 27,
      tablePresent: true,
      serverAgeSeconds: null,
      clockAheadSeconds: expect.closeTo(0, -1),
    });
    expect(survey.categories.map(({ category }) => category).sort()).toEqual([
      'EntitlementManagement',
      'Policy',
      'UserManagement',
    ]);
    expect(survey.categories.reduce((sum, { records }) => sum + records, 0)).toBe(27);
    expect(service.asked).toHaveLength(1);
  });

  it.each([
    ['is there and empty', [], true],
    ['is not there', null, false],
  ])('tells a table that %s', async (_, rows, tablePresent) => {
    const { reader } = start({ workspaces: { [workspace]: rows } });
    expect(await reader.survey(workspace, all, token, { signal })).toMatchObject({
      oldest: null,
      records: 0,
      categories: [],
      tablePresent,
    });
  });

  it('of a workspace without any data finds nothing', async () => {
    const { reader, service } = start();
    service.next({ kind: 'refusal', refusal: refusals.noContent });
    expect(await reader.survey(workspace, all, token, { signal })).toMatchObject({
      records: 0,
      tablePresent: false,
    });
  });
});

describe('counts by day', () => {
  it('count each Id once, ingested in time', async () => {
    const stored = sampleRows();
    const { reader } = start({ workspaces: { [workspace]: [...stored, ...stored.slice(0, 3)] } });
    const window = { from: '2026-08-03T00:00:00Z', to: '2026-08-05T00:00:00Z' };
    const count = async (ingestedTo: string) =>
      Object.fromEntries(await reader.countsByDay(workspace, { ...window, ingestedTo }, token, { signal }));
    expect(await count('2026-12-31T00:00:00Z')).toEqual({ '2026-08-03': 8, '2026-08-04': 3 });
    expect(await count('2026-08-04T10:05:00Z')).toEqual({ '2026-08-03': 8, '2026-08-04': 1 });
  });

  it('count what the principal of the token sees', async () => {
    const { reader } = start({
      sees: (oid, { row }) => oid !== 'limited' || row.OperationName !== 'Request approved',
    });
    const window = { from: all.from, to: all.to, ingestedTo: all.to };
    const sum = async (oid: string) =>
      [...(await reader.countsByDay(workspace, window, tokenFor(oid), { signal })).values()].reduce(
        (a, b) => a + b,
      );
    expect([await sum('analyst'), await sum('limited')]).toEqual([27, 24]);
  });
});

describe('the published hunting query', () => {
  const expected = () => JSON.parse(readFileSync('tests/samples/expected-hunting-query.json', 'utf8'));
  const sorted = (rows: unknown[]) => rows.map((row) => JSON.stringify(row)).sort();

  it('gives its nine columns with every digit of its times', async () => {
    const { reader, service } = start();
    const answer = await reader.huntingQuery(workspace, { from: null, to: null }, token, { signal });
    expect(answer).toMatchObject({ complete: true, partialReason: null });
    expect(sorted(answer.rows)).toEqual(sorted(expected()));
    expect(service.asked[0]?.text).toBe(readFileSync('lib/source/kql/approved-access-packages.kql', 'utf8'));
  });

  it('is bounded by the timespan alone', async () => {
    const { reader, service } = start();
    const range = { from: '2026-08-03T09:00:00Z', to: null };
    const { rows } = await reader.huntingQuery(workspace, range, token, { signal });
    expect(rows).toEqual([]);
    expect(service.asked[0]?.timespan).toBe('2026-08-03T09:00:00.000Z/2200-01-01T00:00:00.000Z');
  });

  it('keeps texts that look like numbers, and approvers that are none', async () => {
    const stored = sampleRows().map(({ row, ingestedAt }): StoredRow => {
      if (row.OperationName !== 'Approve access package assignment request') return { row, ingestedAt };
      return { row: { ...row, InitiatedBy: { user: { userPrincipalName: '0123' } } }, ingestedAt };
    });
    const { reader } = start({ workspaces: { [workspace]: stored } });
    const { rows } = await reader.huntingQuery(workspace, { from: null, to: null }, token, { signal });
    expect(rows.map(({ ApprovedBy }) => ApprovedBy)).toEqual(['0123', '0123']);
  });
});

describe('a question', () => {
  it('says how long it waits, and bypasses the cache when it must be fresh', async () => {
    const { reader, service } = start();
    await reader.survey(workspace, all, token, { signal });
    await reader.survey(workspace, all, token, { signal, fresh: true });
    expect(service.asked.map(({ headers }) => [headers.prefer, headers['cache-control']])).toEqual([
      ['wait=180', undefined],
      ['wait=180', 'no-cache'],
    ]);
  });

  it.each([
    ['a slow answer', { kind: 'slow', ms: 20_000 } as const],
    [
      'a long wait that the service asks for',
      { kind: 'refusal', refusal: refusals.throttledFor(20) } as const,
    ],
  ])('can be given up during %s, and leaves no file', async (_, fault) => {
    const { reader, service, spooled } = start();
    const before = spooled();
    service.next(fault);
    const controller = new AbortController();
    const fetching = reader.fetch(workspace, all, token, { signal: controller.signal });
    setTimeout(() => controller.abort(new Error('enough')), 300);
    await expect(fetching).rejects.toThrow('enough');
    expect(spooled()).toEqual(before);
  });

  it('is asked again where the failure passes', async () => {
    const { reader, service } = start();
    service.next({ kind: 'refusal', refusal: refusals.throttledFor(0) }, { kind: 'cut', bytes: 2000 });
    expect(await reader.fetch(workspace, all, token, { signal })).toMatchObject({
      records: 27,
      complete: true,
    });
    expect(service.asked).toHaveLength(3);
  });

  it('waits while three are under way, and is answered', async () => {
    const { reader, service } = start();
    service.next(...Array.from({ length: 7 }, () => ({ kind: 'slow', ms: 50 }) as const));
    await Promise.all(Array.from({ length: 7 }, () => reader.survey(workspace, all, token, { signal })));
    expect(service.mostAtOnce).toBe(3);
  });
});
