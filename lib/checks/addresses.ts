import { thresholds } from './thresholds';

const { days } = thresholds.sameAddress;

/**
 * SQL for the approvals of `concerned` requests whose approver and requestor came from one address, as a relation
 * `same_addresses`: `number, tenant, request_id, place, record, address, people`. `people` says how many asked or decided from
 * it in the days up to that one, the two included however long the requestor waited. An approval where an address is
 * missing has no row.
 */
export const sameAddresses = `
WITH met AS MATERIALIZED (
  SELECT number, tenant, request_id, place, record, lower(ip) AS address, approver_id AS person, requestor_id, instant::DATE AS day
  FROM decided WHERE is_concerned AND verdict = 'approved' AND kind <> 'removal' AND lower(ip) = lower(requestor_ip) AND approver_id <> requestor_id
), theirs AS (
  SELECT DISTINCT tenant, address FROM met
), sightings AS MATERIALIZED (
  SELECT DISTINCT * FROM (
    SELECT tenant, lower(requestor_ip) AS address, requestor_id AS person, requested::DATE AS day FROM requests
    UNION ALL SELECT tenant, lower(ip), approver_id, instant::DATE FROM decided
  ) SEMI JOIN theirs USING (tenant, address) WHERE person IS NOT NULL
)
SELECT s.number, s.tenant, s.request_id, s.place, s.record, s.address,
  c.people + CASE WHEN coalesce(q.day >= s.day - INTERVAL ${days} DAY, false) THEN 0 ELSE 1 END AS people
FROM met s JOIN (
  SELECT tenant, address, person, day, count(DISTINCT person) OVER (PARTITION BY tenant, address ORDER BY day
    RANGE BETWEEN INTERVAL ${days} DAY PRECEDING AND CURRENT ROW)::INTEGER AS people
  FROM sightings
) c USING (tenant, address, person, day)
ASOF LEFT JOIN sightings q ON q.tenant = s.tenant AND q.address = s.address AND q.person = s.requestor_id AND s.day >= q.day`;
