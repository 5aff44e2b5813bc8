import 'server-only';
import type { SummaryAnswer } from '../answers';
import type { Clause } from '../filter/clause';
import type { Store } from './open';
import { where } from './where';

/** No median is told from fewer approvals than this. */
const medianFrom = 8;

/**
 * Headline numbers over every request that matches. Outcome counts leave the outcome clause out, and the
 * count without a reason leaves the reason clause out, so that each says what choosing it would give.
 */
export async function summary(store: Store, clauses: readonly Clause[]): Promise<SummaryAnswer> {
  const any = (field: Clause['field']) => clauses.filter((clause) => clause.field !== field);
  const [matching, byOutcome, byReason, all] = await Promise.all([
    counts<{ requests: number; medianOf: number; median: number | null }>(
      store,
      clauses,
      'count(*)::DOUBLE AS requests, count(r.took)::DOUBLE AS "medianOf", round(median(r.took), 3) AS median',
    ),
    counts<{ approvedByPeople: number; noHumanDecision: number; denied: number; pending: number }>(
      store,
      any('outcome'),
      `count(*) FILTER (r.outcome = 'approved')::DOUBLE AS "approvedByPeople",
       count(*) FILTER (r.outcome IN ('auto-approved', 'assigned', 'policy-assigned'))::DOUBLE AS "noHumanDecision",
       count(*) FILTER (r.outcome = 'denied')::DOUBLE AS denied, count(*) FILTER (r.outcome = 'pending')::DOUBLE AS pending`,
    ),
    counts<{ noReason: number }>(
      store,
      any('requestorReason'),
      `count(*) FILTER (r.reason_state IN ('empty', 'absent'))::DOUBLE AS "noReason"`,
    ),
    counts<{ all: number }>(store, [], 'count(*)::DOUBLE AS "all"'),
  ]);
  return {
    requests: matching.requests,
    all: all.all,
    medianSeconds: matching.medianOf < medianFrom ? null : matching.median,
    medianOf: matching.medianOf,
    ...byOutcome,
    noReason: byReason.noReason,
  };
}

async function counts<T extends object>(
  store: Store,
  clauses: readonly Clause[],
  select: string,
): Promise<T> {
  const condition = where(clauses);
  const [row] = await store.all<T>(
    `SELECT ${select} FROM requests r WHERE ${condition.sql}`,
    condition.bindings,
  );
  if (!row) throw new Error('an aggregate answered no row');
  return row;
}
