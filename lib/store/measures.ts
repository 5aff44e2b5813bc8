import { medianFrom } from '../columns/quantiles';

/** SQL over `requests` (alias `r`) and the rules of small numbers, shared by every statistic. */

/** Decided, though by no human. */
export const isNoHuman = `r.outcome IN ('auto-approved', 'assigned', 'policy-assigned')`;

/** The requestor gave no reason. */
export const isNoReason = `r.reason_state IN ('empty', 'absent')`;

/** When it was decided, else its first record. */
export const decidedAt = 'coalesce(r.decided, r.first)';

/** No share is told of fewer than this. */
const shareFrom = 20;

/** One list for all, so that a statement which tells several of them sorts once. */
const quantiles = [0.01, 0.05, 0.5, 0.9] as const;

/** Seconds at a quantile of the time to approve, to the millisecond; null from too few approvals. */
export function seconds(quantile: (typeof quantiles)[number]): string {
  const place = quantiles.indexOf(quantile) + 1;
  return `CASE WHEN count(r.took) >= ${medianFrom} THEN round(quantile_cont(r.took, [${quantiles.join(', ')}])[${place}], 3) END`;
}

/** A share of 0 to 1; null when it is of too few. */
export function share(part: number, of: number): number | null {
  return of < shareFrom ? null : part / of;
}

/** SQL of the same. */
export function shareSql(part: string, of: string): string {
  return `CASE WHEN ${of} >= ${shareFrom} THEN ${part} / ${of} END`;
}
