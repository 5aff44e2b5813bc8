import type { Clause } from '../filter/clause';
import { tookBounds } from '../summary';
import type { Ask } from './asking';

/** SQL for the place of a time to approve among the bars of the distribution; null without one. */
export const barOf = `CASE WHEN r.took IS NOT NULL THEN ${among(0, tookBounds.length)} END`;

/** Halves the bounds at each step, so that a row is compared with four of them instead of all. */
function among(low: number, high: number): string {
  if (low === high) return String(low);
  const middle = Math.floor((low + high) / 2);
  return `CASE WHEN r.took < ${tookBounds[middle]} THEN ${among(low, middle)} ELSE ${among(middle + 1, high)} END`;
}

/** How many approvals by people are in each bar. */
export async function barCounts(ask: Ask, clauses: readonly Clause[]): Promise<number[]> {
  const found = await ask<{ bar: number; requests: number }>(
    clauses,
    (requests) => `
SELECT (${barOf})::DOUBLE AS bar, count(*)::DOUBLE AS requests FROM ${requests} r WHERE r.took IS NOT NULL GROUP BY ALL`,
  );
  const counts = new Map(found.map(({ bar, requests }) => [bar, requests]));
  return Array.from({ length: tookBounds.length + 1 }, (_, bar) => counts.get(bar) ?? 0);
}
