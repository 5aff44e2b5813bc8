import 'server-only';
import { z } from 'zod';
import type { RecordCounts } from '../coverage';
import type { Clause } from '../filter/clause';
import type { Store } from './open';
import { where } from './where';

const requestCoverageShape = z.object({
  from: z.string().nullable(),
  to: z.string().nullable(),
  requests: z.number(),
  requestsWithoutRequestRecord: z.number(),
  requestsWithWarnings: z.number(),
  tenants: z.array(z.string()),
});

/** What some requests span, and how many they are. */
export type RequestCoverage = z.infer<typeof requestCoverageShape>;

export const storeCoverageShape = requestCoverageShape.extend({
  records: z.object({
    read: z.number(),
    duplicates: z.number(),
    ours: z.number(),
    context: z.number(),
    waiting: z.number(),
    elsewhere: z.number(),
    withoutId: z.number(),
    approvalsElsewhere: z.number(),
    unlinked: z.number(),
  } satisfies Record<keyof RecordCounts, unknown>),
  unlinkedOperations: z.array(z.object({ operation: z.string(), records: z.number() })),
});

export type StoreCoverage = z.infer<typeof storeCoverageShape>;

/** What the store holds: spans are event times of our own records, UTC ISO 8601; the rest are counts. */
export async function storeCoverage(store: Store): Promise<StoreCoverage> {
  const [[span], [requests], kept, [idless], [records], counts, unlinked] = await Promise.all([
    store.all<{ from: string | null; to: string | null }>(counting.span),
    store.all<{ all: number; orphans: number; warned: number; tenants: string[] | null }>(counting.requests),
    store.all<{ class: string; events: number }>(counting.kept),
    store.all<{ events: number }>(counting.idless),
    store.all<{ waiting: number; derived: number }>(counting.records),
    store.all<{ name: string; value: number }>(counting.counts),
    store.all<{ class: string; operation: string; records: number }>(counting.unlinked),
  ]);
  const keptOf = (name: string) => kept.find((row) => row.class === name)?.events ?? 0;
  const countOf = (name: string) => counts.find((row) => row.name === name)?.value ?? 0;
  const unlinkedOf = (name: string) => unlinked.filter((row) => row.class === name);
  const copies = (records?.derived ?? 0) - sumOf(kept, ({ events }) => events);
  const approvalsElsewhere = sumOf(unlinkedOf('approval'), (row) => row.records);
  return {
    from: span?.from ?? null,
    to: span?.to ?? null,
    requests: requests?.all ?? 0,
    requestsWithoutRequestRecord: requests?.orphans ?? 0,
    requestsWithWarnings: requests?.warned ?? 0,
    tenants: requests?.tenants ?? [],
    records: {
      read: countOf('read'),
      duplicates: countOf('duplicates') + copies,
      ours: keptOf('entitlement') + keptOf('approval') - approvalsElsewhere,
      context: keptOf('context'),
      waiting: records?.waiting ?? 0,
      elsewhere: countOf('elsewhere'),
      withoutId: idless?.events ?? 0,
      approvalsElsewhere,
      unlinked: sumOf(unlinkedOf('entitlement'), (row) => row.records),
    },
    unlinkedOperations: unlinkedOf('entitlement').map(({ operation, records }) => ({ operation, records })),
  };
}

function sumOf<T>(rows: readonly T[], of: (row: T) => number): number {
  return rows.reduce((sum, row) => sum + of(row), 0);
}

/** SQL for each of the numbers; what is counted otherwise is not the coverage that was kept. */
export const counting = {
  // The texts of the two instants are looked up, since reading all of them takes four times as long.
  span: `WITH ends AS MATERIALIZED (SELECT min(instant) AS first, max(instant) AS last FROM events WHERE class = 'entitlement')
    SELECT (SELECT min(at_text) FROM events WHERE class = 'entitlement' AND instant = (SELECT first FROM ends)) AS "from",
      (SELECT min(at_text) FROM events WHERE class = 'entitlement' AND instant = (SELECT last FROM ends)) AS "to"`,
  requests: `SELECT count(*)::DOUBLE AS "all", count(*) FILTER (requested IS NULL)::DOUBLE AS orphans,
      count(*) FILTER (len(warnings) > 0)::DOUBLE AS warned, list_sort(list(DISTINCT tenant)) AS tenants FROM requests`,
  kept: 'SELECT class, count(*)::DOUBLE AS events FROM events GROUP BY class',
  idless: `SELECT count(*)::DOUBLE AS events FROM events WHERE key >= 'none:' AND key < 'none;'`,
  records: `SELECT count(*) FILTER (class = 'waiting')::DOUBLE AS waiting,
      count(*) FILTER (class <> 'waiting' AND key IS NOT NULL)::DOUBLE AS derived FROM records`,
  counts: 'SELECT name, value FROM counts',
  // A record that names its request is linked to it: only the others are looked for among the links.
  unlinked: `SELECT class, operation, count(*)::DOUBLE AS records
    FROM events e ANTI JOIN links l ON l.tenant = e.tenant AND l.key = e.key
    WHERE class IN ('entitlement', 'approval') AND len(coalesce(request_ids, [])) = 0
    GROUP BY class, operation ORDER BY records DESC, operation`,
};

/** What the requests within a scope span; times are those of their own records. */
export async function requestCoverage(store: Store, scope: readonly Clause[]): Promise<RequestCoverage> {
  const condition = where(scope);
  const [found] = await store.all<Omit<RequestCoverage, 'tenants'> & { tenants: string[] | null }>(
    `SELECT arg_min(r.first_text, r.first) AS "from", arg_max(r.last_text, r.last) AS "to", count(*)::DOUBLE AS requests,
       count(*) FILTER (r.requested IS NULL)::DOUBLE AS "requestsWithoutRequestRecord",
       count(*) FILTER (len(r.warnings) > 0)::DOUBLE AS "requestsWithWarnings", list_sort(list(DISTINCT r.tenant)) AS tenants
     FROM requests r WHERE ${condition.sql}`,
    condition.bindings,
  );
  if (found === undefined) throw new Error('a count has one row');
  return { ...found, tenants: found.tenants ?? [] };
}
