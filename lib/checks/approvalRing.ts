import { z } from 'zod';
import { countWords } from '../words/count';
import { check } from './check';
import { thresholds } from './thresholds';

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
WITH given AS MATERIALIZED (
  SELECT tenant, request_id, place, record, moment, approver_id, approver, requestor_id, package_id, is_concerned FROM waits WHERE requestor_id <> approver_id
),
pairs AS MATERIALIZED (SELECT DISTINCT tenant, requestor_id, approver_id FROM given),
here AS MATERIALIZED (SELECT * FROM given WHERE is_concerned),
triangles AS MATERIALIZED (
  SELECT DISTINCT a.tenant, a.requestor_id AS first_id, a.approver_id AS second_id, b.approver_id AS third_id
  FROM (SELECT DISTINCT tenant, requestor_id, approver_id FROM here) a
  JOIN pairs b ON b.tenant = a.tenant AND b.requestor_id = a.approver_id
  JOIN pairs c ON c.tenant = a.tenant AND c.requestor_id = b.approver_id AND c.approver_id = a.requestor_id
),
edges AS MATERIALIZED (
  SELECT *, count(*) OVER (PARTITION BY tenant, requestor_id ORDER BY moment RANGE BETWEEN INTERVAL ${days} DAY PRECEDING AND CURRENT ROW) AS asked,
    lag(moment) OVER (PARTITION BY tenant, requestor_id, approver_id ORDER BY moment, request_id, place) AS former
  FROM given SEMI JOIN (SELECT tenant, unnest([first_id, second_id, third_id]) AS requestor_id FROM triangles) USING (tenant, requestor_id)
),
generous AS MATERIALIZED (
  SELECT tenant, requestor_id, approver_id FROM given SEMI JOIN (SELECT DISTINCT tenant, requestor_id, approver_id FROM here) USING (tenant, requestor_id, approver_id)
  GROUP BY ALL HAVING count(DISTINCT package_id) >= ${packages}
),
many AS (
  SELECT tenant, request_id, place, packages FROM (
    SELECT tenant, request_id, place,
      count(DISTINCT package_id) OVER (PARTITION BY tenant, requestor_id, approver_id ORDER BY moment
        RANGE BETWEEN INTERVAL ${days} DAY PRECEDING AND CURRENT ROW) AS packages,
      count(*) OVER (PARTITION BY tenant, requestor_id, approver_id ORDER BY moment ${before})
        >= ${share} * count(*) OVER (PARTITION BY tenant, approver_id ORDER BY moment ${before}) AS mostly
    FROM given SEMI JOIN (SELECT DISTINCT tenant, approver_id FROM generous) USING (tenant, approver_id)
  ) WHERE mostly AND packages >= ${packages}
),
paths AS (
  SELECT h.tenant, h.request_id, h.place, h.moment, h.requestor_id, h.record, h.approver,
    e.approver_id AS third_id, max(e.approver) AS third, arg_max(e.record, (e.moment, e.record)) AS second_record
  FROM (FROM edges WHERE is_concerned) h
  JOIN triangles t ON t.tenant = h.tenant AND t.first_id = h.requestor_id AND t.second_id = h.approver_id
  JOIN edges e ON e.tenant = h.tenant AND e.requestor_id = h.approver_id AND e.approver_id = t.third_id AND e.asked <= ${busy}
    AND e.moment > h.moment - INTERVAL ${days} DAY AND e.moment <= h.moment
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
    struct_pack(ring := arg_max([r.closer, r.approver, r.third], (r.third, h.place, r.records)) FILTER (r.third IS NOT NULL), rings := count(r.third)::INTEGER,
      approver := max(h.approver), packages := coalesce(max(m.packages), 0)::INTEGER) AS facts,
    coalesce(arg_max(r.records, (r.third, h.place, r.records)) FILTER (r.third IS NOT NULL), [min(h.record)]) AS records
  FROM here h LEFT JOIN rings r USING (tenant, request_id, place) LEFT JOIN many m USING (tenant, request_id, place)
  WHERE r.third IS NOT NULL OR m.packages IS NOT NULL
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
