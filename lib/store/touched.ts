/**
 * SQL for the requests that old or new forms of the moved events belong to, and those that lose a link to them.
 * `near` holds the places of the events that share a CorrelationId with a moved one, `met` the requests that these or
 * their targets name, `aimed` the events without a request of their own that have one of those as target. What `links`
 * says of a request that no moved event names still stands, so that the events need not be asked for it. An aimed event
 * whose target no event names any more falls back to the request of its CorrelationId, to which nothing links it yet.
 */
export const touchedRequests = [
  `CREATE OR REPLACE TEMP TABLE near AS
   SELECT place FROM (SELECT rowid AS place, tenant, correlation FROM events)
   SEMI JOIN (SELECT tenant, correlation FROM moved WHERE correlation IS NOT NULL) USING (tenant, correlation)`,
  `CREATE OR REPLACE TEMP TABLE met AS
   SELECT tenant, request_id FROM (
     SELECT tenant, unnest(request_ids) AS request_id FROM moved
     UNION SELECT tenant, request_id FROM links SEMI JOIN (SELECT tenant, unnest(target_ids) AS request_id FROM moved) USING (tenant, request_id)
     UNION SELECT tenant, request_id FROM links SEMI JOIN (SELECT tenant, key FROM moved WHERE gone) USING (tenant, key)
     UNION SELECT tenant, unnest(request_ids) FROM events WHERE rowid IN (SELECT place FROM near)
   ) WHERE request_id IS NOT NULL`,
  `CREATE OR REPLACE TEMP TABLE aimed AS ${aimedAt('met')}`,
  `CREATE OR REPLACE TEMP TABLE touched AS
   SELECT tenant, request_id FROM met
   UNION SELECT tenant, request_id FROM links SEMI JOIN (
     SELECT tenant, key FROM events WHERE rowid IN (SELECT place FROM aimed)) USING (tenant, key)
   UNION SELECT tenant, unnest(request_ids) FROM events SEMI JOIN (
     SELECT tenant, correlation FROM events WHERE correlation IS NOT NULL AND rowid IN (
       SELECT place FROM aimed SEMI JOIN (SELECT tenant, unnest(request_ids) AS request_id FROM moved WHERE gone) USING (tenant, request_id))
   ) USING (tenant, correlation)`,
];

/** SQL for the events without a request of their own that have one of `requests` (SQL) as target. */
export function aimedAt(requests: string): string {
  return `
SELECT DISTINCT tenant, request_id, place
FROM (SELECT rowid AS place, tenant, unnest(target_ids) AS request_id FROM events WHERE len(coalesce(request_ids, [])) = 0)
SEMI JOIN ${requests} USING (tenant, request_id)`;
}
