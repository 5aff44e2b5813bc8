import { thresholds } from './thresholds';

const { days } = thresholds.sameAddress;

/**
 * SQL for the approvals whose approver and requestor came from one address, as rows of `tenant, request_id, place, record,
 * address, people`: how many people asked or decided from it in the days up to that one, the two included. An approval
 * where an address is missing has no row.
 */
export const sameAddresses = `
SELECT tenant, request_id, place, record, address, people FROM (
  SELECT d.tenant, d.request_id, d.place, d.record, lower(d.ip) AS address, d.approver_id AS person, d.instant::DATE AS day
  FROM decided d JOIN requests r USING (tenant, request_id)
  WHERE d.verdict = 'approved' AND d.kind <> 'removal' AND lower(d.ip) = lower(r.requestor_ip) AND d.approver_id <> r.requestor_id
) JOIN (
  SELECT tenant, address, person, day, count(DISTINCT person) OVER (PARTITION BY tenant, address ORDER BY day
    RANGE BETWEEN INTERVAL ${days} DAY PRECEDING AND CURRENT ROW)::INTEGER AS people
  FROM (
    SELECT DISTINCT tenant, lower(requestor_ip) AS address, requestor_id AS person, requested::DATE AS day FROM requests
    UNION SELECT DISTINCT tenant, lower(ip), approver_id, instant::DATE FROM decided
  )
  WHERE address IS NOT NULL AND person IS NOT NULL
) USING (tenant, address, person, day)`;
