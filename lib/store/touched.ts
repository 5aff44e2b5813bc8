/** The requests that old or new forms of the moved events belong to, and those that lose a link to them. */
export const touchedRequests = `
CREATE OR REPLACE TEMP TABLE touched AS
WITH ids AS MATERIALIZED (
  SELECT tenant, unnest(request_ids) AS request_id FROM moved
  UNION SELECT e.tenant, e.request_id FROM (SELECT tenant, unnest(request_ids) AS request_id FROM events) e
    SEMI JOIN (SELECT tenant, unnest(target_ids) AS id FROM moved) t ON t.tenant = e.tenant AND t.id = e.request_id
  UNION SELECT l.tenant, l.request_id FROM links l SEMI JOIN moved USING (tenant, key)
  UNION SELECT e.tenant, unnest(e.request_ids) FROM events e
    SEMI JOIN (SELECT tenant, correlation FROM moved WHERE correlation IS NOT NULL) c
      ON c.tenant = e.tenant AND c.correlation = e.correlation
)
SELECT tenant, request_id FROM ids WHERE request_id IS NOT NULL
UNION
SELECT l.tenant, l.request_id FROM links l SEMI JOIN (
  SELECT e.tenant, e.key FROM (SELECT tenant, key, unnest(target_ids) AS id FROM events WHERE len(request_ids) = 0) e
  SEMI JOIN ids i ON i.tenant = e.tenant AND i.request_id = e.id) again USING (tenant, key)`;
