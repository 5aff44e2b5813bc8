import 'server-only';
import type { RecordCounts } from '../coverage';
import type { Store } from './open';

export interface StoreCoverage {
  from: string | null;
  to: string | null;
  requests: number;
  requestsWithoutRequestRecord: number;
  requestsWithWarnings: number;
  tenants: string[];
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
