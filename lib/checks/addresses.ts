import { thresholds } from './thresholds';

const { days } = thresholds.sameAddress;

/** Who was seen at which address on which day. */
const sightings = `
SELECT tenant, address, person, day FROM (
  SELECT DISTINCT tenant, lower(requestor_ip) AS address, requestor_id AS person, requested::DATE AS day FROM requests
  UNION SELECT DISTINCT tenant, lower(ip), approver_id, instant::DATE FROM decided)
WHERE address IS NOT NULL AND person IS NOT NULL`;

/**
 * SQL for the approvals whose approver and requestor came from one address, as rows of `tenant, request_id, place, record,
 * address, people`: how many people asked or decided from it in the days up to that one, the two included however
 * long the requestor waited. An approval where an address is missing has no row.
 */
export const sameAddresses = `
SELECT s.tenant, s.request_id, s.place, s.record, s.address,
  c.people + CASE WHEN coalesce(q.day >= s.day - INTERVAL ${days} DAY, false) THEN 0 ELSE 1 END AS people
FROM (
  SELECT d.tenant, d.request_id, d.place, d.record, lower(d.ip) AS address, d.approver_id AS person, r.requestor_id, d.instant::DATE AS day
  FROM decided d JOIN requests r USING (tenant, request_id)
  WHERE d.verdict = 'approved' AND d.kind <> 'removal' AND lower(d.ip) = lower(r.requestor_ip) AND d.approver_id <> r.requestor_id
) s JOIN (
  SELECT tenant, address, person, day, count(DISTINCT person) OVER (PARTITION BY tenant, address ORDER BY day
    RANGE BETWEEN INTERVAL ${days} DAY PRECEDING AND CURRENT ROW)::INTEGER AS people
  FROM (${sightings})
) c USING (tenant, address, person, day)
ASOF LEFT JOIN (${sightings}) q
  ON q.tenant = s.tenant AND q.address = s.address AND q.person = s.requestor_id AND s.day >= q.day`;
