import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Clause } from '@/lib/filter/clause';
import type { Store } from '@/lib/store/open';
import { recordsBehind, requestsBehind, type Spans } from '@/lib/store/recordsBehind';
import { idsOfRequests, idsOfSpan, type Row } from '../source/kql/evaluate';
import { asks, at, bea, correlationOf, decides, delivers, requestId } from './build';
import { allRequests, withStore } from './folding';
import { commonest, sampled } from './sampled';
import { worlds } from './worlds';

const anyTargets = z.array(z.looseObject({ id: z.string().nullish(), type: z.string().nullish() }));
const anyActor = z.looseObject({
  user: z.looseObject({ id: z.string().nullish() }).nullish(),
  app: z.looseObject({ servicePrincipalId: z.string().nullish(), appId: z.string().nullish() }).nullish(),
});

interface Timed extends Row {
  /** Milliseconds since 1970. */
  at: number;
}

/** The kept records as a workspace would hold them; `Id` is their key. */
async function rowsOf(store: Store): Promise<Timed[]> {
  const records = await store.all<Record<string, string | null>>(
    `SELECT tenant || key AS "Id", category, operation_name, correlation_id, initiated_by, target_resources,
       coalesce(activity_date_time, time_generated) AS at
     FROM records WHERE class <> 'waiting' AND class <> 'elsewhere'`,
  );
  return records.map((record) => {
    const actor = anyActor.parse(JSON.parse(record.initiated_by ?? '{}') ?? {});
    const targets = anyTargets.parse(JSON.parse(record.target_resources ?? '[]') ?? []);
    return {
      at: Date.parse(record.at ?? ''),
      Id: record.Id ?? '',
      Category: record.category ?? '',
      OperationName: record.operation_name ?? '',
      CorrelationId: record.correlation_id ?? '',
      actors: [actor.user?.id, actor.app?.servicePrincipalId, actor.app?.appId].map((id) => id ?? ''),
      targets: targets.map(({ id, type }) => ({ id: id ?? '', type: type ?? '' })),
    };
  });
}

/** The rows of a span, as the query has them before it looks for ids. */
function within(rows: readonly Timed[], { happened: { from, to } }: Spans): Timed[] {
  return rows.filter(({ at }) => at >= Date.parse(from) && at <= Date.parse(to));
}

/** The records that the store links to these requests. */
async function linkedTo(
  store: Store,
  requests: readonly { tenant: string; requestId: string }[],
): Promise<Set<string>> {
  const keys = new Set(requests.map(({ tenant, requestId }) => `${tenant} ${requestId}`));
  const links = await store.all<{ id: string; request: string }>(
    `SELECT tenant || key AS id, tenant || ' ' || request_id AS request FROM links`,
  );
  return new Set(links.flatMap(({ id, request }) => (keys.has(request) ? [id] : [])));
}

const one = (tenant: string, id: string) => ({ tenant, requestId: id });
const ofPackage = (id: string): Clause[] => [
  { kind: 'any-of', field: 'package', not: false, ids: [id], texts: [] },
];
const ofRequestor = (id: string): Clause[] => [
  { kind: 'any-of', field: 'requestor', not: false, ids: [id], texts: [] },
];

describe('over the samples and a made-up organisation', () => {
  const made = sampled(250);

  test('the ids of each request reach its records, and others only where it says so', async () => {
    const { store, all } = made();
    const rows = await rowsOf(store);
    let exact = 0;
    for (const { tenant, requestId } of all) {
      const behind = await recordsBehind(store, [], one(tenant, requestId));
      const [reached, own] = [
        idsOfRequests(within(rows, behind), behind),
        await linkedTo(store, [{ tenant, requestId }]),
      ];
      expect(behind.requestIds).toEqual([requestId]);
      expect(behind.records).toBe(own.size);
      expect([...own].filter((id) => !reached.has(id))).toEqual([]);
      expect(reached.size - own.size).toBe(behind.others);
      if (behind.others === 0) exact++;
    }
    expect(exact).toBe(all.length);
  }, 120_000);

  test('the ids of a view reach the records of its requests, neither more nor fewer', async () => {
    const { store, all } = made();
    const rows = await rowsOf(store);
    const packageId = commonest(all, (request) => [request.packageId]);
    const behind = await recordsBehind(store, ofPackage(packageId));
    const shown = all.filter((request) => request.packageId === packageId);
    expect(shown.length).toBeGreaterThan(5);
    expect(behind).toMatchObject({
      requestIds: shown.map(({ requestId }) => requestId).toSorted(),
      others: 0,
    });
    expect(idsOfRequests(within(rows, behind), behind)).toEqual(await linkedTo(store, shown));
  });

  test.each(['package', 'requestor'] as const)('a span of one %s leaves no record out', async (field) => {
    const { store, all } = made();
    const rows = await rowsOf(store);
    const idOf = field === 'package' ? 'packageId' : 'requestorId';
    const id = commonest(all, (request) => [request[idOf]]);
    const shown = all.filter((request) => request[idOf] === id);
    const lists = { packageIds: [], requestorIds: [], [`${field}Ids`]: [id] };
    const [reached, own] = [idsOfSpan(rows, lists), await linkedTo(store, shown)];
    expect([...own].filter((each) => !reached.has(each))).toEqual([]);
    expect(reached.size).toBeLessThan(idsOfSpan(rows, { packageIds: [], requestorIds: [] }).size);
    const clauses = field === 'package' ? ofPackage(id) : ofRequestor(id);
    expect((await requestsBehind(store, clauses))?.requests).toBe(shown.length);
  });

  test('a span of everything leaves no record of a request out', async () => {
    const { store, all } = made();
    const reached = idsOfSpan(await rowsOf(store), { packageIds: [], requestorIds: [] });
    const own = await linkedTo(store, all);
    expect([...own].filter((id) => !reached.has(id))).toEqual([]);
  });
});

test('whatever records share, the ids of a request reach all of its own', async () => {
  await fc.assert(
    fc.asyncProperty(worlds, async (arrivals) => {
      await withStore([arrivals.map(({ record }) => record)], async (store) => {
        const rows = await rowsOf(store);
        for (const { tenant, requestId } of await allRequests(store)) {
          const { others, ...behind } = await recordsBehind(store, [], one(tenant, requestId));
          const reached = idsOfRequests(within(rows, behind), behind);
          const own = await store.all<{ id: string }>(
            'SELECT tenant || key AS id FROM links WHERE tenant = $tenant AND request_id = $requestId',
            { tenant, requestId },
          );
          expect(own.filter(({ id }) => !reached.has(id))).toEqual([]);
          expect(behind.records).toBe(own.length);
          expect(others).toBeLessThanOrEqual(reached.size - own.length);
        }
      });
    }),
    { numRuns: 6 },
  );
}, 120_000);

const asked = asks('08:00');
const approved = decides('approved', '09:00', bea, 'ok');
const delivered = delivers('10:00', { targets: [], but: { timeGenerated: at('10:30') } });

test('the spans hold the first and the last record, each by its own column', async () => {
  await withStore([[asked, approved, delivered]], async (store) => {
    const behind = await recordsBehind(store, []);
    expect(behind).toMatchObject({
      records: 3,
      requestIds: [requestId()],
      correlationIds: [correlationOf()],
      others: 0,
      happened: { from: at('08:00'), to: at('10:00') },
      generated: { from: at('08:00'), to: at('10:30') },
    });
    expect(await requestsBehind(store, [])).toMatchObject({
      requests: 1,
      happened: behind.happened,
      generated: behind.generated,
    });
  });
});

test('a CorrelationId of two requests is left out, since it ties no record to one of them', async () => {
  const other = asks('08:01', { request: 2, but: { correlationId: correlationOf(1) } });
  await withStore([[asked, other]], async (store) => {
    const tenant = 'unknown';
    expect(await recordsBehind(store, [], one(tenant, requestId(1)))).toMatchObject({
      records: 1,
      correlationIds: [],
      others: 0,
    });
  });
});

test('a record of another request under the CorrelationId is counted', async () => {
  const strange = decides('denied', '09:00', bea, 'no', {
    request: 2,
    but: { correlationId: correlationOf(1) },
  });
  await withStore([[asked, asks('08:01', { request: 2 }), strange, delivered]], async (store) => {
    expect(await recordsBehind(store, [], one('unknown', requestId(1)))).toMatchObject({
      records: 2,
      others: 1,
    });
  });
});

test('no request, no span', async () => {
  await withStore([[]], async (store) => expect(await requestsBehind(store, [])).toBeNull());
});
