import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AuditRecord } from '@/lib/audit/record';
import { generateSample } from '@/lib/source/sample/generate';
import { isBehind } from '@/lib/store/behind';
import { storeCoverage } from '@/lib/store/coverage';
import { deriveTouched } from '@/lib/store/derive';
import { huntingQuery } from '@/lib/store/huntingQuery';
import { openStore, type Store } from '@/lib/store/open';
import { requestDetail } from '@/lib/store/requestDetail';
import { saveRecords } from '@/lib/store/save';
import { recordOf, records as samples } from '../audit/wrappers';
import {
  alex,
  asks,
  bea,
  correlationOf,
  dana,
  decides,
  delivers,
  fulfilment,
  ours,
  payables,
  record,
} from './build';
import { allRequests, withStore } from './folding';
import { type Arrival, worlds } from './worlds';

/** All that the store says, but for running counts of what it was given. */
async function answersOf(store: Store) {
  const requests = await allRequests(store);
  const [hunting, coverage, details] = await Promise.all([
    huntingQuery(store, [], { from: null, to: null }, null),
    storeCoverage(store),
    Promise.all(requests.map(({ requestId, tenant }) => requestDetail(store, [], requestId, tenant))),
  ]);
  const { duplicates, ...records } = coverage.records;
  return {
    requests,
    hunting,
    coverage: { ...coverage, records },
    timelines: details.map(({ timeline }) => timeline),
  };
}

function batchesOf(arrivals: readonly Arrival[]): AuditRecord[][] {
  const numbers = [...new Set(arrivals.map(({ batch }) => batch))].sort();
  return numbers.map((number) =>
    arrivals
      .filter(({ batch }) => batch === number)
      .map(({ record }) => record)
      .reverse(),
  );
}

async function expectSame(batches: readonly AuditRecord[][]): Promise<void> {
  const [atOnce, bitByBit] = await Promise.all([
    withStore([batches.flat()], answersOf),
    withStore(batches, answersOf),
  ]);
  expect(bitByBit).toEqual(atOnce);
}

/** Derives so many records at a time, each in a transaction of its own, and says after each which requests there are. */
async function deriveInParts(store: Store, most: number, seen: (requests: Set<string>) => void = () => {}) {
  for (let left = true; left; ) {
    left = await store.write((writer) => deriveTouched(writer, null, { most }));
    const requests = await store.all<{ id: string }>('SELECT request_id AS id FROM requests');
    seen(new Set(requests.map(({ id }) => id)));
  }
}

/** What is said once every batch was saved, and derived by `deriveInParts`, before the next one is. */
function saidInParts(batches: readonly (readonly AuditRecord[])[], most: number) {
  return withStore([], async (store) => {
    for (const batch of batches) {
      await store.write((writer) => saveRecords(writer, batch));
      await deriveInParts(store, most);
    }
    return answersOf(store);
  });
}

describe('records that arrive one after the other say the same as all at once', () => {
  const of = (record: AuditRecord, but: Partial<AuditRecord>): AuditRecord => ({ ...record, ...but });
  const groupWrite = record('Add member to group', '09:00', dana, {
    but: { category: 'GroupManagement', id: null },
  });
  const shared = { but: { correlationId: correlationOf(1) } };

  const mistaken = asks('08:01', { request: 2 });
  const fuller = JSON.stringify([
    ...JSON.parse(asks('08:01', { request: 4 }).targetResources ?? '[]'),
    { id: 'more', displayName: 'more', type: 'Other', modifiedProperties: [{ displayName: 'more' }] },
  ]);

  const cases: [rule: string, batches: AuditRecord[][]][] = [
    ['a decision before its request', [[decides('approved', '09:00', bea, 'ok')], [asks('08:00')]]],
    [
      'a second request that makes a CorrelationId ambiguous',
      [
        [asks('08:00')],
        [delivers('09:00', { targets: [], ...shared })],
        [asks('08:01', { request: 2, ...shared })],
      ],
    ],
    [
      'a request whose id another request’s record named all along',
      [
        [asks('08:00'), decides('denied', '09:00', bea, 'no', { request: 2, ...shared })],
        [asks('08:01', { request: 2 })],
      ],
    ],
    [
      'a copy with more in it',
      [[of(asks('08:00'), { targetResources: null })], [of(asks('08:00'), { initiatedBy: null })]],
    ],
    [
      'a copy without an Id before the one with it',
      [[of(asks('08:00'), { id: null })], [delivers('09:00')], [asks('08:00')]],
    ],
    [
      'a copy without an Id of a record that another copy completed',
      [
        [of(asks('08:00'), { initiatedBy: null }), of(delivers('09:00'), { id: null })],
        [asks('08:00')],
        [of(asks('08:00'), { id: null })],
      ],
    ],
    [
      'another service’s record without an Id, before anything of its request',
      [[groupWrite], [asks('08:00')], [delivers('10:00')]],
    ],
    [
      'a copy that arrives with the second tenant of the data',
      [
        [asks('08:00')],
        [asks('08:00', { reason: 'x' }), asks('08:01', { request: 2, but: { tenant: 'two' } })],
      ],
    ],
    [
      'a name said by a record that belongs to another tenant after all',
      [
        [
          asks('08:00', { but: { tenant: 'one' } }),
          ours('Update access package', '09:00', alex, {
            targets: [{ type: 'AccessPackage', ...payables, name: 'Accounts Payable' }],
          }),
        ],
        [asks('08:01', { request: 2, but: { tenant: 'two' } })],
      ],
    ],
    [
      'another service’s record that no tenant’s request claims any more',
      [
        [asks('08:00', { but: { tenant: 'one' } }), of(groupWrite, { id: 'write' })],
        [asks('08:01', { request: 2, but: { tenant: 'two' } })],
      ],
    ],
    [
      'another service’s record of one tenant, whose request turns out to be of none',
      [
        [
          asks('08:00'),
          of(groupWrite, { id: 'write', tenant: 'one' }),
          delivers('08:30', { request: 3, but: { tenant: 'one' } }),
        ],
        [asks('08:01', { request: 2, but: { tenant: 'two' } })],
      ],
    ],
    [
      'a decision about a request that turns out to be of another tenant, of the CorrelationId of one that stays',
      [
        [
          asks('08:00', { but: { tenant: 'one' } }),
          decides('denied', '09:00', bea, 'no', {
            request: 2,
            but: { tenant: 'one', correlationId: correlationOf(1) },
          }),
          asks('08:01', { request: 2 }),
        ],
        [asks('08:02', { request: 3, but: { tenant: 'two' } })],
      ],
    ],
    [
      'a decision about a request whose record names another one in a fuller copy',
      [
        [asks('08:00'), decides('denied', '09:00', bea, 'no', { request: 2, ...shared }), mistaken],
        [of(mistaken, { targetResources: fuller })],
      ],
    ],
    [
      'another service’s record that a fuller copy says somebody else made',
      [
        [
          asks('08:00'),
          record('Add member to group', '09:00', fulfilment, {
            but: { category: 'GroupManagement', id: 'write', correlationId: null },
          }),
        ],
        [of(groupWrite, { id: 'write', correlationId: correlationOf(2) })],
      ],
    ],
    [
      'another service’s record of whose CorrelationId a copy says that it is another request’s, or none’s',
      [
        [asks('08:00'), of(groupWrite, { id: 'write' }), of(groupWrite, { id: 'other' })],
        [
          asks('08:01', { request: 2 }),
          of(groupWrite, { id: 'write', correlationId: correlationOf(2) }),
          of(groupWrite, { id: 'other', correlationId: correlationOf(3) }),
        ],
      ],
    ],
    [
      'a removal before the grant it ends',
      [
        [
          ours('Administrator directly removes user access package assignment', '5 08:00', dana, {
            request: 2,
          }),
        ],
        [ours('Administrator directly assigns user to access package', '08:00', dana)],
      ],
    ],
  ];
  test.each(cases)('%s', async (_rule, batches) => expectSame(batches));

  test('any records in any order', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, async (arrivals) => expectSame(batchesOf(arrivals))),
      { numRuns: 4, endOnFailure: true },
    );
  }, 120_000);

  test('any records derived a few at a time', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, fc.integer({ min: 4, max: 20 }), async (arrivals, most) => {
        const batches = batchesOf(arrivals);
        const [atOnce, inParts] = await Promise.all([
          withStore([batches.flat()], answersOf),
          saidInParts([batches.slice(0, 2).flat(), batches.slice(2).flat()], most),
        ]);
        expect(inParts).toEqual(atOnce);
      }),
      { numRuns: 3, endOnFailure: true },
    );
  }, 120_000);

  test('a made-up organisation derived a few at a time, cut off half-way and gone on with', async () => {
    const lines = [...generateSample({ requests: 30, until: '2026-08-22T00:00:00Z', days: 30 })];
    const records = lines.map((line) => recordOf(JSON.parse(line)));
    const atOnce = await withStore([records], answersOf);
    const folder = mkdtempSync(path.join(tmpdir(), 'parts-'));
    try {
      const file = path.join(folder, 'store.duckdb');
      const first = await openStore(file);
      await first.write((writer) => saveRecords(writer, records));
      let known = new Set<string>();
      const lost: string[] = [];
      const seen = (requests: Set<string>) => {
        lost.push(...[...known].filter((id) => !requests.has(id)));
        known = requests;
      };
      const part = Math.ceil(records.length / 6);
      expect(await first.write((writer) => deriveTouched(writer, null, { most: part }))).toBe(true);
      expect(await isBehind(first, null)).toBe(true);
      await first.close();

      const second = await openStore(file);
      expect(await isBehind(second, null)).toBe(true);
      await deriveInParts(second, part, seen);
      expect(await isBehind(second, null)).toBe(false);
      expect(lost).toEqual([]);
      expect(await answersOf(second)).toEqual(atOnce);
      await second.close();
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 60_000);

  test('the samples and a made-up organisation, some of it twice, without an Id, a tenant or a column', async () => {
    const lines = [...generateSample({ requests: 40, until: '2026-08-22T00:00:00Z', days: 30 })];
    const plain = [...samples(), ...lines.map((line) => recordOf(JSON.parse(line)))];
    const some = (every: number, from: number) => plain.filter((_, place) => place % every === from);
    const all = [
      ...plain,
      ...some(11, 0),
      ...some(13, 1).map((one) => of(one, { id: null })),
      ...some(17, 2).map((one) => of(one, { tenant: null })),
      ...some(19, 3).map((one) => of(one, { category: null })),
      ...some(23, 4).map((one) => of(one, { additionalDetails: null })),
      ...some(29, 5).map((one) => of(one, { targetResources: null })),
    ];
    const atOnce = await withStore([all], answersOf);
    const places = all.map((_, place) => place);
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(places, { minLength: all.length }),
        fc.array(fc.nat(all.length), { maxLength: 3 }),
        async (order, cuts) => {
          const arriving = order.flatMap((place) => all[place] ?? []);
          const ends = [...cuts, all.length].sort((one, other) => one - other);
          const batches = ends.map((end, place) => arriving.slice(ends[place - 1] ?? 0, end));
          expect(await withStore(batches, answersOf)).toEqual(atOnce);
        },
      ),
      { numRuns: 3, endOnFailure: true },
    );
  }, 120_000);
});
