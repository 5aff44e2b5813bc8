/**
 * SQL that links events to the requests of the relation `touched` (tenant, request_id): by an
 * AccessPackageAssignmentRequest target, else by any target whose id is a known request id, else by a
 * CorrelationId that exactly one request carries. An empty CorrelationId links nothing.
 */
export const linkTouched = `
WITH carried AS (
  SELECT DISTINCT tenant, correlation, unnest(request_ids) AS request_id
  FROM events WHERE len(request_ids) > 0 AND correlation IS NOT NULL
), carriers AS (
  SELECT tenant, correlation, any_value(request_id) AS request_id
  FROM carried GROUP BY ALL HAVING count(*) = 1
), direct AS (
  SELECT e.tenant, e.request_id, e.key
  FROM (SELECT tenant, key, unnest(request_ids) AS request_id FROM events) e
  SEMI JOIN touched t ON t.tenant = e.tenant AND t.request_id = e.request_id
), by_target AS (
  SELECT DISTINCT e.tenant, e.target_id AS request_id, e.key
  FROM (SELECT tenant, key, unnest(target_ids) AS target_id FROM events WHERE len(coalesce(request_ids, [])) = 0) e
  SEMI JOIN known k ON k.tenant = e.tenant AND k.request_id = e.target_id
), by_correlation AS (
  SELECT e.tenant, c.request_id, e.key
  FROM events e JOIN carriers c ON c.tenant = e.tenant AND c.correlation = e.correlation
  ANTI JOIN by_target b ON b.tenant = e.tenant AND b.key = e.key
  WHERE len(coalesce(e.request_ids, [])) = 0
)
INSERT INTO links
SELECT * FROM direct
UNION ALL
SELECT b.* FROM (SELECT * FROM by_target UNION ALL SELECT * FROM by_correlation) b
SEMI JOIN touched t ON t.tenant = b.tenant AND t.request_id = b.request_id`;
