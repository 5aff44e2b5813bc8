import { z } from 'zod';
import { check } from './check';
import { thresholds } from './thresholds';

const { baselineDays } = thresholds;
const { from, rare, timesMedian, atLeast } = thresholds.unusualHoursOrVolume;

/**
 * The log does not tell an approver's time zone, so the usual hours are the hours of the day in UTC in which they
 * decided before, each widened by the hour on either side; that also takes in summer time. A decision counts for
 * three hours of the circle, which makes one window over the hours do for all. The day itself is no part of what
 * it is compared with. Denials are part of what is usual; approvals alone are marked.
 */
export const unusualHoursOrVolume = check({
  id: 'unusual-hours-or-volume',
  sql: `
WITH decisions AS MATERIALIZED (
  SELECT number, tenant, approver_id, instant::TIMESTAMP AS moment, moment::DATE AS day
  FROM decided SEMI JOIN (SELECT DISTINCT tenant, approver_id FROM decided WHERE is_concerned) USING (tenant, approver_id)
  WHERE kind <> 'removal'
),
hours AS (
  SELECT *, count(*) OVER (PARTITION BY tenant, approver_id, (hour(moment) + shift + 24) % 24 ORDER BY moment
    RANGE BETWEEN INTERVAL ${baselineDays} DAY PRECEDING AND INTERVAL 1 DAY PRECEDING) AS near
  FROM (SELECT *, unnest([-1, 0, 1]) AS shift FROM decisions)
  QUALIFY shift = 0
),
days AS (
  SELECT tenant, approver_id, day, n, quantile_cont(n, 0.5) OVER (PARTITION BY tenant, approver_id ORDER BY day
    RANGE BETWEEN INTERVAL ${baselineDays} DAY PRECEDING AND INTERVAL 1 DAY PRECEDING) AS usual
  FROM (SELECT tenant, approver_id, day, count(*) AS n FROM decisions GROUP BY ALL)
),
told AS (
  SELECT h.number, h.moment, h.near, d.n, d.usual, count(*) OVER (PARTITION BY tenant, approver_id ORDER BY moment
      RANGE BETWEEN INTERVAL ${baselineDays} DAY PRECEDING AND INTERVAL 1 DAY PRECEDING) AS of,
    of >= ${from} AND near <= of * ${rare} AS odd, of >= ${from} AND n > usual * ${timesMedian} AND n >= ${atLeast} AS many
  FROM hours h JOIN days d USING (tenant, approver_id, day)
)
SELECT tenant, request_id, CASE WHEN odd OR many THEN 'low' END AS strength,
  struct_pack(approver := approver, hour := hour(moment)::INTEGER, odd := odd, near := near::INTEGER, of := of::INTEGER, many := coalesce(many, false),
    onDay := n::INTEGER, usual := usual) AS facts,
  CASE WHEN of < ${from} THEN 'too few to compare (' || of || ')' END AS limits, [record] AS records
FROM told JOIN (FROM decided WHERE is_concerned) USING (number)
WHERE verdict = 'approved' AND (odd OR many OR of < ${from})
QUALIFY row_number() OVER (PARTITION BY tenant, request_id ORDER BY strength IS NULL, near, place) = 1`,
  facts: z.object({
    approver: z.string(),
    hour: z.number(),
    odd: z.boolean(),
    near: z.number(),
    of: z.number(),
    many: z.boolean(),
    onDay: z.number(),
    usual: z.number().nullable(),
  }),
  say: ({ approver, hour, odd, near, of, many, onDay, usual }) => {
    const hours = `Approved between ${clock(hour)} and ${clock(hour + 1)} UTC: ${near === 0 ? 'none' : near} of ${of} earlier decisions by ${approver} fell within an hour of that.`;
    const volume = `${onDay} decisions by ${approver} on that day (UTC), ${usual} on their median day.`;
    return [...(odd ? [hours] : []), ...(many ? [volume] : [])].join(' ');
  },
});

function clock(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}
