import { medianFrom } from '../columns/quantiles';
import type { Pace } from '../columns/questions';
import type { Clause } from '../filter/clause';
import type { Ask } from './asking';
import { instantText } from './instant';
import { decidedAt, isNoHuman, seconds } from './measures';

const sql = (requests: string) => `
SELECT count(*)::DOUBLE AS requests, count(r.took)::DOUBLE AS "byPeople", (count(*) FILTER (${isNoHuman}))::DOUBLE AS "byNoHuman",
  ${seconds(0.5)} AS "medianSeconds", ${seconds(0.01)} AS "p1Seconds", ${seconds(0.05)} AS "p5Seconds",
  ${instantText(`min(${decidedAt}) FILTER (r.took IS NOT NULL OR ${isNoHuman})`)} AS "from",
  ${instantText(`max(${decidedAt}) FILTER (r.took IS NOT NULL OR ${isNoHuman})`)} AS "to"
FROM ${requests} r`;

export async function pace(ask: Ask, clauses: readonly Clause[]): Promise<Pace> {
  const [found] = await ask(clauses, { name: 'pace' }, sql);
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
