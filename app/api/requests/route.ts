import type { RequestsAnswer } from '@/lib/answers';
import { acceptedBy } from '@/lib/filter/params';
import { handle } from '@/lib/handle';
import { namesOf, requestCounts, requestRows } from '@/lib/store/rows';

export const GET = handle<RequestsAnswer>(acceptedBy.requests, async ({ inbound, view, clauses, warn }) => {
  const [rows, counts, names] = await Promise.all([
    requestRows(inbound.store, clauses, view),
    requestCounts(inbound.store, clauses),
    namesOf(inbound.store, clauses),
  ]);
  const timed = clauses.find((clause) => clause.kind === 'time-range');
  const byDecision = timed?.of === 'decided' || view.sort.by === 'decided';
  const byRequest = timed?.of === 'requested' || view.sort.by === 'requested';
  if (byDecision && counts.undecided > 0)
    warn(`${counts.undecided} requests have no decision time and are placed by their first record.`);
  if (byRequest && counts.unrequested > 0)
    warn(`${counts.unrequested} requests have no request record and are placed by their first record.`);
  return { rows, total: counts.total, names };
});
