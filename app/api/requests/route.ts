import type { RequestsAnswer } from '@/lib/answers';
import { acceptedBy } from '@/lib/filter/params';
import { handle } from '@/lib/handle';
import { placedByFirstRecord } from '@/lib/placed';
import { namesOf, requestCounts, requestRows } from '@/lib/store/rows';

export const GET = handle<RequestsAnswer>(acceptedBy.requests, async ({ inbound, view, clauses, warn }) => {
  const [rows, counts, names] = await Promise.all([
    requestRows(inbound.store, clauses, view),
    requestCounts(inbound.store, clauses),
    namesOf(inbound.store, clauses),
  ]);
  for (const sentence of placedByFirstRecord(clauses, view.sort, counts)) warn(sentence);
  return { rows, total: counts.total, names };
});
