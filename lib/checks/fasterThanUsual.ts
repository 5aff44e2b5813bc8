import { z } from 'zod';
import { countWords } from '../words/count';
import { durationWords } from '../words/duration';
import { check } from './check';
import { thresholds } from './thresholds';
import { afterWords, sittings, sittingWords } from './waits';

const { baselineDays } = thresholds;
const { from, first, fifth, partOfMedian } = thresholds.fasterThanUsual;

/**
 * An approver is compared with their own approvals up to the day before, or a burst would soon be its own measure.
 * By its definition a percentile marks its share of ordinary life, and of few approvals far more than that, so the
 * approval must also have taken a small part of the approver's median.
 */
export const fasterThanUsual = check({
  id: 'faster-than-usual',
  sql: `
WITH ours AS (SELECT DISTINCT tenant, approver_id FROM waits WHERE is_concerned),
compared AS (
  SELECT number, count(wait) OVER earlier AS n, quantile_cont(wait, [${first.percentile}, ${fifth.percentile}, 0.5]) OVER earlier AS usual
  FROM waits SEMI JOIN ours USING (tenant, approver_id)
  WINDOW earlier AS (PARTITION BY tenant, approver_id ORDER BY moment
    RANGE BETWEEN INTERVAL ${baselineDays} DAY PRECEDING AND INTERVAL 1 DAY PRECEDING)
),
told AS MATERIALIZED (
  SELECT *, n >= ${from} AND wait < usual[CASE WHEN n >= ${first.from} THEN 1 ELSE 2 END] AND wait < usual[3] * ${partOfMedian} AS fast,
    CASE WHEN wait IS NULL THEN 'order unclear' WHEN n < ${from} THEN 'too few to compare (' || n || ')' END AS limits
  FROM (FROM waits WHERE is_concerned) JOIN compared USING (number)
),
marked AS (SELECT * FROM told WHERE fast),
own AS (
  SELECT m.tenant, m.request_id, m.place, count(*) FILTER (w.wait > m.wait)::INTEGER AS slower
  FROM marked m JOIN waits w ON w.tenant = m.tenant AND w.approver_id = m.approver_id AND w.wait IS NOT NULL
    AND w.moment BETWEEN m.moment - INTERVAL ${baselineDays} DAY AND m.moment - INTERVAL 1 DAY
  GROUP BY ALL
),
package AS (
  SELECT m.tenant, m.request_id, m.place, count(*)::INTEGER AS of, count(*) FILTER (w.wait > m.wait)::INTEGER AS slower
  FROM marked m JOIN waits w ON w.tenant = m.tenant AND w.package_id = m.package_id AND w.wait IS NOT NULL
    AND w.moment BETWEEN m.moment - INTERVAL ${baselineDays} DAY AND m.moment - INTERVAL 1 DAY
  GROUP BY ALL HAVING count(*) >= ${from}
)
SELECT t.tenant, t.request_id, CASE WHEN t.fast THEN 'medium' END AS strength,
  struct_pack(approver := t.approver, wait := t.wait, after := t.after, of := t.n, slower := own.slower, packageOf := p.of,
    packageSlower := p.slower, sitting := CASE WHEN t.fast THEN s.sitting END) AS facts,
  CASE WHEN NOT coalesce(t.fast, false) THEN t.limits END AS limits, [r.sources."requestedAt", t.record] AS records
FROM told t JOIN requests r USING (tenant, request_id)
LEFT JOIN own USING (tenant, request_id, place)
LEFT JOIN package p USING (tenant, request_id, place)
LEFT JOIN (${sittings}) s USING (tenant, request_id, place)
WHERE t.fast OR t.limits IS NOT NULL
QUALIFY row_number() OVER (PARTITION BY t.tenant, t.request_id ORDER BY coalesce(t.fast, false) DESC, t.wait, t.place) = 1`,
  facts: z.object({
    approver: z.string(),
    wait: z.number(),
    after: z.enum(['request', 'stage']),
    of: z.number(),
    slower: z.number(),
    packageOf: z.number().nullable(),
    packageSlower: z.number().nullable(),
    sitting: z.number(),
  }),
  say: ({ approver, wait, after, of, slower, packageOf, packageSlower, sitting }) => {
    const own = `${partWords(slower, of)} approvals by ${approver}`;
    const others =
      packageOf === null || packageSlower === null
        ? ''
        : `, and than ${partWords(packageSlower, packageOf)} for the package`;
    return `Approved ${durationWords(wait)} after ${afterWords(after)}, faster than ${own}${others}, in the ${baselineDays} days up to the day before.${sittingWords(sitting)}`;
  },
});

/** `99.6 % of 412`, cut and never rounded up, or `all 412`. */
function partWords(part: number, of: number): string {
  if (part === of) return `all ${countWords(of)}`;
  return `${Math.floor((1000 * part) / of) / 10} % of ${countWords(of)}`;
}
