import type { Clause } from '../filter/clause';
import type { SummaryAnswer } from '../summary';
import { type Ask, leaving } from './asking';
import { seconds } from './measures';
import { columnOf, startOf } from './timeColumns';

const weekSeconds = 604_800;
const most = 120;

const sql = (requests: string) => `
SELECT ${columnOf} AS "column", count(*)::DOUBLE AS requests, count(r.took)::DOUBLE AS "byPeople",
  ${seconds(0.5)} AS "medianSeconds", ${seconds(0.9)} AS "p90Seconds"
FROM ${requests} r GROUP BY ALL`;

const nothing = { requests: 0, byPeople: 0, medianSeconds: null, p90Seconds: null };

/** The weekly trend, weeks without a request included. */
export async function weeks(
  ask: Ask,
  clauses: readonly Clause[],
): Promise<Pick<SummaryAnswer, 'weeks' | 'earlierWeeks'>> {
  const found = await ask(leaving(clauses, 'decided'), { name: 'weeks', width: weekSeconds }, sql, {
    width: weekSeconds,
  });
  if (found.length === 0) return { weeks: [], earlierWeeks: 0 };
  const byColumn = new Map(found.map(({ column, ...week }) => [column, week]));
  const last = Math.max(...byColumn.keys());
  const first = Math.min(...byColumn.keys());
  const shown = Math.max(first, last - most + 1);
  return {
    weeks: Array.from({ length: last - shown + 1 }, (_, place) => ({
      from: startOf(shown + place, weekSeconds),
      to: startOf(shown + place + 1, weekSeconds),
      ...(byColumn.get(shown + place) ?? nothing),
    })),
    earlierWeeks: shown - first,
  };
}
