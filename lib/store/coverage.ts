import 'server-only';
import type { RecordCounts } from '../coverage';
import type { Clause } from '../filter/clause';
import type { Store } from './open';
import { where } from './where';

/** What some requests span, and how many they are. */
export interface RequestCoverage {
  from: string | null;
  to: string | null;
  requests: number;
  requestsWithoutRequestRecord: number;
  requestsWithWarnings: number;
  tenants: string[];
}

export interface StoreCoverage extends RequestCoverage {
  records: RecordCounts;
  unlinkedOperations: { operation: string; records: number }[];
}

/** What the store holds: spans are event times of our own records, UTC ISO 8601; the rest are counts. */
export async function storeCoverage(store: Store): Promise<StoreCoverage> {
  const [spans, requests, kept, counts, unlinked, unlinkedOperations] = await Promise.all([
    store.all<{ from: string | null; to: string | null }>(
      `SELECT arg_min(at_text, instant) AS "from", arg_max(at_text, instant) AS "to" FROM events WHERE class = 'entitlement'`,
    ),
    store.all<{ all: number; orphans: number; warned: number; tenants: string[] | null }>(
      `SELECT count(*)::DOUBLE AS "all", count(*) FILTER (requested IS NULL)::DOUBLE AS orphans,
         count(*) FILTER (len(warnings) > 0)::DOUBLE AS warned, list_sort(list(DISTINCT tenant)) AS tenants FROM requests`,
    ),
    store.all<{ class: string; records: number; idless: number }>(
      `SELECT class, count(*)::DOUBLE AS records, count(*) FILTER (starts_with(key, 'none:'))::DOUBLE AS idless FROM events GROUP BY class
       UNION ALL SELECT 'waiting', count(*)::DOUBLE, 0 FROM records WHERE class = 'waiting'
       UNION ALL SELECT 'copies', count(*)::DOUBLE - (SELECT count(*) FROM events), 0 FROM records WHERE class <> 'waiting' AND key IS NOT NULL`,
    ),
    store.all<{ name: string; value: number }>('SELECT name, value FROM counts'),
    store.all<{ class: string; records: number }>(
      `SELECT class, count(*)::DOUBLE AS records FROM events e ANTI JOIN links l ON l.tenant = e.tenant AND l.key = e.key GROUP BY class`,
    ),
    store.all<{ operation: string; records: number }>(
      `SELECT operation, count(*)::DOUBLE AS records FROM events e ANTI JOIN links l ON l.tenant = e.tenant AND l.key = e.key
       WHERE class = 'entitlement' GROUP BY operation ORDER BY records DESC, operation`,
    ),
  ]);
  const keptOf = (name: string) => kept.find((row) => row.class === name)?.records ?? 0;
  const countOf = (name: string) => counts.find((row) => row.name === name)?.value ?? 0;
  const unlinkedOf = (name: string) => unlinked.find((row) => row.class === name)?.records ?? 0;
  return {
    from: spans[0]?.from ?? null,
    to: spans[0]?.to ?? null,
    requests: requests[0]?.all ?? 0,
    requestsWithoutRequestRecord: requests[0]?.orphans ?? 0,
    requestsWithWarnings: requests[0]?.warned ?? 0,
    tenants: requests[0]?.tenants ?? [],
    records: {
      read: countOf('read'),
      duplicates: countOf('duplicates') + keptOf('copies'),
      ours: keptOf('entitlement') + keptOf('approval') - unlinkedOf('approval'),
      context: keptOf('context'),
      waiting: keptOf('waiting'),
      elsewhere: countOf('elsewhere'),
      withoutId: kept.reduce((sum, row) => sum + row.idless, 0),
      approvalsElsewhere: unlinkedOf('approval'),
      unlinked: unlinkedOf('entitlement'),
    },
    unlinkedOperations,
  };
}

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
