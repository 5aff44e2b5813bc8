import type { Clause } from './filter/clause';
import type { Sort } from './filter/view';

/** Sentences about requests that a span or a sort places by their first record, for want of the time it is about. */
export function placedByFirstRecord(
  clauses: readonly Clause[],
  sort: Sort,
  counts: { unrequested: number; undecided: number },
): string[] {
  const timed = clauses
    .filter((clause) => clause.kind === 'time-range')
    .find(({ field }) => field === 'time');
  const lacking = { decided: counts.undecided, requested: counts.unrequested };
  const what = { decided: 'no decision time', requested: 'no request record' };
  return (['decided', 'requested'] as const)
    .filter((time) => (timed?.of === time || sort.by === time) && lacking[time] > 0)
    .map((time) => `${lacking[time]} requests have ${what[time]} and are placed by their first record.`);
}
