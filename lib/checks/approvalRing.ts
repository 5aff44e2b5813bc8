import { z } from 'zod';
import { countWords } from '../words/count';
import { check } from './check';
import { thresholds } from './thresholds';
import { waits } from './waits';

const { days, busy, packages, share } = thresholds.approvalRing;

const before = `RANGE BETWEEN INTERVAL ${days} DAY PRECEDING AND INTERVAL 1 MICROSECOND PRECEDING`;

/**
 * A ring is three people, each of whom approved for the next; a pair is the matter of another check. Those who
 * had many requests approved are not followed, so that the paths stay few however large the organisation is. Where
 * people approve much, rings close by chance: a ring counts when each of its links was used twice, and is low still.
 * A manager gives many packages to each of several people: many are told where most of one's approvals are for one requestor.
 */
export const approvalRing = check({
  id: 'approval-ring',
  sql: `
WITH edges AS MATERIALIZED (
  SELECT *, count(*) OVER (PARTITION BY tenant, requestor_id ORDER BY moment RANGE BETWEEN INTERVAL ${days} DAY PRECEDING AND CURRENT ROW) AS asked,
    count(DISTINCT package_id) OVER (PARTITION BY tenant, requestor_id, approver_id ORDER BY moment
      RANGE BETWEEN INTERVAL ${days} DAY PRECEDING AND CURRENT ROW) AS packages,
    count(*) OVER (PARTITION BY tenant, requestor_id, approver_id ORDER BY moment ${before})
      >= ${share} * count(*) OVER (PARTITION BY tenant, approver_id ORDER BY moment ${before}) AS mostly,
    lag(moment) OVER (PARTITION BY tenant, requestor_id, approver_id ORDER BY moment, request_id, place) AS former
  FROM (${waits}) WHERE requestor_id IS NOT NULL AND requestor_id <> approver_id
),
pairs AS (SELECT DISTINCT tenant, requestor_id, approver_id FROM edges),
here AS (SELECT * FROM edges SEMI JOIN concerned USING (tenant, request_id)),
paths AS (
  SELECT h.tenant, h.request_id, h.place, h.moment, h.requestor_id, h.record, h.approver,
    e.approver_id AS third_id, max(e.approver) AS third, arg_max(e.record, e.moment) AS second_record
  FROM here h JOIN edges e ON e.tenant = h.tenant AND e.requestor_id = h.approver_id AND e.asked <= ${busy}
    AND e.moment > h.moment - INTERVAL ${days} DAY AND e.moment <= h.moment
  SEMI JOIN pairs p ON p.tenant = h.tenant AND p.requestor_id = e.approver_id AND p.approver_id = h.requestor_id
  WHERE h.former > h.moment - INTERVAL ${days} DAY
  GROUP BY ALL HAVING count(*) > 1
),
rings AS (
  SELECT p.tenant, p.request_id, p.place, p.approver, p.third, e.approver AS closer, [p.record, p.second_record, e.record] AS records
  FROM paths p ASOF JOIN edges e ON e.tenant = p.tenant AND e.requestor_id = p.third_id AND e.approver_id = p.requestor_id AND p.moment >= e.moment
  WHERE e.former > p.moment - INTERVAL ${days} DAY
),
told AS (
  SELECT h.tenant, h.request_id, 'low' AS strength,
    struct_pack(ring := arg_max(CASE WHEN r.third IS NOT NULL THEN [r.closer, r.approver, r.third] END, r.third), rings := count(r.third)::INTEGER,
      approver := max(h.approver), packages := max(CASE WHEN h.mostly THEN h.packages ELSE 0 END)::INTEGER) AS facts,
    coalesce(arg_max(r.records, r.third), [min(h.record)]) AS records
  FROM here h LEFT JOIN rings r USING (tenant, request_id, place)
  WHERE r.third IS NOT NULL OR (h.mostly AND h.packages >= ${packages})
  GROUP BY h.tenant, h.request_id
)
SELECT tenant, request_id, strength, facts, NULL::VARCHAR AS limits, list_distinct(records) AS records FROM told`,
  facts: z.object({
    ring: z.array(z.string()).nullable(),
    rings: z.number(),
    approver: z.string(),
    packages: z.number(),
  }),
  say: ({ ring, rings, approver, packages: given }) => {
    const [closer, second, third] = ring ?? [];
    const circle = `${second} approved for ${closer}, ${third} for ${second}, and ${closer} for ${third}, within ${days} days.`;
    return [
      ...(ring === null ? [] : [circle]),
      ...(rings > 1 ? [`It closes ${countWords(rings)} such rings.`] : []),
      ...(given >= packages
        ? [
            `${approver} approved ${countWords(given)} different packages for this requestor in ${days} days, and little for others.`,
          ]
        : []),
    ].join(' ');
  },
});
