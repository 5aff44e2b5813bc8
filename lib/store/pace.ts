import type { Clause } from '../filter/clause';
import type { Ask } from './asking';
import { instantText } from './instant';
import { decidedAt, isNoHuman, medianFrom, seconds } from './measures';

/** How fast people approved some requests, and when: the percentiles are null from too few approvals. */
export interface Pace {
  requests: number;
  /** Approved by people, in the right order: with a time to approve. */
  byPeople: number;
  byNoHuman: number;
  medianSeconds: number | null;
  p1Seconds: number | null;
  p5Seconds: number | null;
  /** Decision times, UTC ISO 8601, of the first and last of `byPeople` and `byNoHuman`. */
  from: string | null;
  to: string | null;
}

const sql = (requests: string) => `
SELECT count(*)::DOUBLE AS requests, count(r.took)::DOUBLE AS "byPeople", (count(*) FILTER (${isNoHuman}))::DOUBLE AS "byNoHuman",
  ${seconds(0.5)} AS "medianSeconds", ${seconds(0.01)} AS "p1Seconds", ${seconds(0.05)} AS "p5Seconds",
  ${instantText(`min(${decidedAt}) FILTER (r.took IS NOT NULL OR ${isNoHuman})`)} AS "from",
  ${instantText(`max(${decidedAt}) FILTER (r.took IS NOT NULL OR ${isNoHuman})`)} AS "to"
FROM ${requests} r`;

export async function pace(ask: Ask, clauses: readonly Clause[]): Promise<Pace> {
  const [found] = await ask<Pace>(clauses, sql);
  if (!found) throw new Error('an aggregate answered no row');
  return found;
}

/** Fewer approvals than this have too coarse a first percentile; their fifth is told. */
const firstPercentileFrom = 50;

/** What is fast for these approvals, in seconds; null from too few. */
export function fastOf({
  byPeople,
  p1Seconds,
  p5Seconds,
}: Pace): { seconds: number; percentile: 1 | 5 } | null {
  const percentile = byPeople >= firstPercentileFrom ? 1 : 5;
  const found = percentile === 1 ? p1Seconds : p5Seconds;
  return byPeople < medianFrom || found === null ? null : { seconds: found, percentile };
}
