import type { Clause } from '../filter/clause';
import { tookBounds } from '../summary';
import type { Ask } from './asking';
import { isWorthALook } from './marks';

/** SQL for the place of a time to approve among the bars of the distribution; null without one. */
export const barOf = `CASE WHEN r.took IS NOT NULL THEN ${among(0, tookBounds.length)} END`;

/** Halves the bounds at each step, so that a row is compared with four of them instead of all. */
function among(low: number, high: number): string {
  if (low === high) return String(low);
  const middle = Math.floor((low + high) / 2);
  return `CASE WHEN r.took < ${tookBounds[middle]} THEN ${among(low, middle)} ELSE ${among(middle + 1, high)} END`;
}

/** What is in one bar. */
interface Bar {
  requests: number;
  /** How many of them are worth a look. */
  look: number;
}

/** How many approvals by people are in each bar. */
export async function barCounts(ask: Ask, clauses: readonly Clause[]): Promise<Bar[]> {
  const found = await ask(
    clauses,
    { name: 'bars' },
    (requests) => `
SELECT (${barOf})::DOUBLE AS bar, count(*)::DOUBLE AS requests, (count(*) FILTER (${isWorthALook}))::DOUBLE AS look
FROM ${requests} r WHERE r.took IS NOT NULL GROUP BY ALL`,
  );
  const counts = new Map(found.map(({ bar, requests, look }) => [bar, { requests, look }]));
  return Array.from(
    { length: tookBounds.length + 1 },
    (_, bar) => counts.get(bar) ?? { requests: 0, look: 0 },
  );
}
