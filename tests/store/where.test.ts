import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Clause } from '@/lib/filter/clause';
import { toClauses } from '@/lib/filter/clauses';
import { sortFields } from '@/lib/filter/view';
import type { AccessRequest } from '@/lib/request';
import { deriveTouched } from '@/lib/store/derive';
import { openStore, type Store } from '@/lib/store/open';
import { requestCounts, requestRows } from '@/lib/store/rows';
import { saveRecords } from '@/lib/store/save';
import { narrowFilters, type Pool } from '../filter/arbitraries';
import { matches } from '../filter/plainPredicate';
import { at, requestId } from './build';
import { allRequests } from './folding';
import { hostile, hostileRecords } from './hostile';

const now = '2026-08-22T00:00:00Z';

let store: Store;
let all: AccessRequest[] = [];
let pool: Pool = { ids: [], texts: [], instants: [] };

beforeAll(async () => {
  store = await openStore(null);
  await store.write(async (writer) => {
    await saveRecords(writer, hostileRecords());
    await deriveTouched(writer, null);
  });
  all = await allRequests(store);
  pool = {
    ids: ids(
      all.flatMap((r) => [
        r.packageId,
        r.policyId,
        r.requestorId,
        r.targetId,
        r.tenant,
        r.decisions[0]?.approverId,
      ]),
    ),
    texts: ids([
      ...hostile,
      ...all.flatMap((r) => [r.package, r.requestor, r.targetName, r.requestorJustification.text]),
    ]),
    instants: ids(all.flatMap((r) => [r.requestedAt, r.decidedAt, r.firstRecordAt])),
  };
});
afterAll(() => store.close());

const ids = (values: readonly (string | null | undefined)[]) =>
  [...new Set(values)].filter((value) => value !== null && value !== undefined);
const keys = (requests: readonly AccessRequest[]) =>
  requests.map(({ tenant, requestId }) => `${tenant} ${requestId}`);

async function found(clauses: readonly Clause[]): Promise<AccessRequest[]> {
  return requestRows(store, clauses, {
    sort: { by: 'first', descending: false },
    page: 1,
    pageSize: 1_000_000,
  });
}

test('the SQL of any filter keeps just the requests that the filter means', async () => {
  await fc.assert(
    fc.asyncProperty(narrowFilters(pool), async (filter) => {
      const clauses = toClauses(filter, now);
      const expected = keys(all.filter((request) => matches(request, clauses)));
      expect(keys(await found(clauses))).toEqual(expected);
      expect((await requestCounts(store, clauses)).total).toBe(expected.length);
    }),
    { numRuns: 200 },
  );
});

describe('a text is matched as it is written', () => {
  const search = (term: string): Clause[] => [
    { kind: 'text', field: 'q', not: false, terms: [term.toLowerCase()] },
  ];
  test.each(['%', '_', '\\', "'", '"', '`', '$v0', '--', '\u2400', '\u202e', '😀', 'שלום'])(
    '%j',
    async (term) => {
      const written = hostile.flatMap((text, place) => (text.includes(term) ? [requestId(100 + place)] : []));
      const requestIds = (await found(search(term))).map((request) => request.requestId);
      expect(written.length).toBeGreaterThan(0);
      expect(requestIds).toEqual(expect.arrayContaining(written));
    },
  );
  test('and never across the end of one field and the start of another', async () => {
    const { package: name, requestor } = all.find((request) => request.requestId === requestId(100)) ?? {};
    for (const separator of ['\u001f', ' ', '\0', ''])
      expect(await found(search(`${name}${separator}${requestor}`))).toEqual([]);
  });
});

describe('a time that a request does not have', () => {
  const lone = requestId(200);
  const within = (of: 'requested' | 'decided', from: string | null, to: string | null): Clause[] => [
    { kind: 'time-range', field: 'time', of, from, to },
  ];
  test.each(['requested', 'decided'] as const)('%s: its first record stands in', async (of) => {
    const around = await found(within(of, at('5 08:00'), at('5 08:00:00.0000001')));
    expect(around.map((request) => request.requestId)).toContain(lone);
    const later = await found(within(of, at('5 08:00:00.0000001'), null));
    expect(later.map((request) => request.requestId)).not.toContain(lone);
  });
  test('no request falls out of every range', async () => {
    for (const of of ['requested', 'decided'] as const) {
      const noon = at('5 12:00');
      const split = [...(await found(within(of, null, noon))), ...(await found(within(of, noon, null)))];
      expect(keys(split).sort()).toEqual(keys(all).sort());
    }
  });
  test.each(['1000-01-01T00:00:00Z', '9999-12-31T23:59:59.9999999Z'])(
    'a bound that no record can have bounds nothing: %s',
    async (instant) => {
      const [after, before] = [
        await found(within('requested', instant, null)),
        await found(within('requested', null, instant)),
      ];
      expect(after.length + before.length).toBe(all.length);
    },
  );
});

describe('sorting', () => {
  const sorted = (by: (typeof sortFields)[number], descending: boolean, page: number, pageSize: number) =>
    requestRows(store, [], { sort: { by, descending }, page, pageSize });

  test.each(sortFields.flatMap((by) => [[by, false] as const, [by, true] as const]))(
    'by %s, descending: %s: pages neither repeat nor miss a request',
    async (by, descending) => {
      const whole = keys(await sorted(by, descending, 1, 1_000_000));
      expect([...whole].sort()).toEqual(keys(all).sort());
      const pages = Math.ceil(all.length / 17);
      const paged = await Promise.all(
        Array.from({ length: pages + 1 }, (_, place) => sorted(by, descending, place + 1, 17)),
      );
      expect(paged.flatMap(keys)).toEqual(whole);
      expect(paged.at(-1)).toEqual([]);
    },
  );
  const values: [by: (typeof sortFields)[number], of: (request: AccessRequest) => string | number | null][] =
    [
      ['took', (request) => request.timeToApproveSeconds],
      ['requested', (request) => Date.parse(request.requestedAt ?? request.firstRecordAt)],
      ['decided', (request) => Date.parse(request.decidedAt ?? request.firstRecordAt)],
      ['first', (request) => Date.parse(request.firstRecordAt)],
      ['outcome', (request) => request.outcome],
      ['delivery', (request) => request.delivery],
      ['kind', (request) => request.kind],
    ];
  test.each(values)('by %s follows the value, absent ones last either way', async (by, of) => {
    for (const descending of [false, true]) {
      const found = (await sorted(by, descending, 1, 1_000_000)).map(of);
      const given = found.filter((value) => value !== null);
      const ordered = [...given].sort((one, other) => (one < other ? -1 : one > other ? 1 : 0));
      expect(found.slice(0, given.length)).toEqual(descending ? ordered.reverse() : ordered);
    }
  });
  test('a page past the last is empty, however far', async () => {
    expect(await sorted('requested', true, 999_999_999, 500)).toEqual([]);
  });
});
