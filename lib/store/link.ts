/**
 * SQL that links events to the requests of the relation `touched` (tenant, request_id): by an
 * AccessPackageAssignmentRequest target, else by any target whose id is a known request id, else by a
 * CorrelationId that exactly one request carries. An empty CorrelationId links nothing.
 */
export const linkTouched = `
WITH carried AS (
  SELECT tenant, key, correlation, unnest(request_ids) AS request_id FROM events
), direct AS MATERIALIZED (
  SELECT * FROM carried SEMI JOIN touched USING (tenant, request_id)
), carriers AS (
  SELECT tenant, correlation, min(request_id) AS request_id
  FROM carried SEMI JOIN (SELECT tenant, correlation FROM direct) USING (tenant, correlation)
  WHERE correlation IS NOT NULL GROUP BY ALL HAVING min(request_id) = max(request_id)
), unnamed AS (
  SELECT tenant, key, correlation, target_ids FROM events WHERE len(coalesce(request_ids, [])) = 0
), by_target AS (
  SELECT DISTINCT e.tenant, e.request_id, e.key FROM (SELECT tenant, key, unnest(target_ids) AS request_id FROM unnamed) e
  SEMI JOIN direct d ON d.tenant = e.tenant AND d.request_id = e.request_id
), correlated AS MATERIALIZED (
  SELECT e.tenant, c.request_id, e.key, e.target_ids
  FROM unnamed e JOIN carriers c ON c.tenant = e.tenant AND c.correlation = e.correlation
  SEMI JOIN touched t ON t.tenant = c.tenant AND t.request_id = c.request_id
), aimed AS MATERIALIZED (
  SELECT tenant, key, unnest(target_ids) AS request_id FROM correlated
), by_name AS (
  SELECT tenant, key FROM aimed SEMI JOIN (
    SELECT tenant, request_id FROM carried SEMI JOIN aimed USING (tenant, request_id)) USING (tenant, request_id)
)
INSERT INTO links
SELECT tenant, request_id, key FROM direct
UNION ALL
SELECT tenant, request_id, key FROM by_target
UNION ALL
SELECT tenant, request_id, key FROM correlated ANTI JOIN by_name USING (tenant, key)`;
