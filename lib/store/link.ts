import { aimedAt } from './touched';

/**
 * SQL for the events at the places of a relation. The new ones are asked for by themselves, since DuckDB reads all
 * columns of everything from the first place to the last, unless the places are few.
 */
export const eventsAt = (places: string) => `(
  SELECT rowid AS place, * FROM events WHERE rowid IN (SELECT place FROM ${places} WHERE place > getvariable('last_event'))
  UNION ALL
  SELECT rowid, * FROM events WHERE rowid IN (SELECT place FROM ${places} WHERE place <= getvariable('last_event')))`;

/**
 * SQL that links events to the requests of the relation `touched` (tenant, request_id): by an
 * AccessPackageAssignmentRequest target, else by any target whose id is a known request id, else by a
 * CorrelationId that exactly one request carries. An empty CorrelationId links nothing. The links are kept in `linked`
 * too, each with the place of its event. What `near`, `met` and `aimed` hold already is not looked for again.
 */
export const linkTouched = [
  `CREATE OR REPLACE TEMP TABLE linked AS
WITH carrying AS MATERIALIZED (
  SELECT place, tenant, request_id FROM (SELECT rowid AS place, tenant, unnest(request_ids) AS request_id FROM events)
  SEMI JOIN touched USING (tenant, request_id)
), direct AS MATERIALIZED (
  SELECT c.tenant, c.request_id, e.key, c.place, e.correlation FROM carrying c JOIN ${eventsAt('carrying')} e USING (place)
), nearby AS MATERIALIZED (
  SELECT place FROM near
  UNION
  SELECT place FROM (SELECT rowid AS place, tenant, correlation FROM events) SEMI JOIN (
    SELECT tenant, correlation FROM direct WHERE correlation IS NOT NULL EXCEPT SELECT tenant, correlation FROM moved) USING (tenant, correlation)
), carriers AS (
  SELECT tenant, correlation, min(request_id) AS request_id
  FROM (SELECT tenant, correlation, unnest(request_ids) AS request_id FROM ${eventsAt('nearby')})
  SEMI JOIN (SELECT tenant, correlation FROM direct) USING (tenant, correlation)
  WHERE correlation IS NOT NULL GROUP BY ALL HAVING min(request_id) = max(request_id)
), by_target AS (
  SELECT tenant, request_id, place FROM (
    SELECT tenant, request_id, place FROM aimed
    UNION ALL
    ${aimedAt('(SELECT tenant, request_id FROM touched ANTI JOIN met USING (tenant, request_id))')}
  ) SEMI JOIN direct USING (tenant, request_id)
), correlated AS MATERIALIZED (
  SELECT e.tenant, c.request_id, e.key, e.place, e.target_ids
  FROM ${eventsAt('nearby')} e
  JOIN carriers c ON c.tenant = e.tenant AND c.correlation = e.correlation
  SEMI JOIN touched t ON t.tenant = c.tenant AND t.request_id = c.request_id
  WHERE len(coalesce(e.request_ids, [])) = 0
), named AS MATERIALIZED (
  SELECT tenant, place, unnest(target_ids) AS request_id FROM correlated
), by_name AS (
  SELECT place FROM named SEMI JOIN (
    SELECT tenant, request_id FROM (SELECT tenant, unnest(request_ids) AS request_id FROM events)
    SEMI JOIN named USING (tenant, request_id)) USING (tenant, request_id)
)
SELECT tenant, request_id, key, place FROM direct
UNION ALL
SELECT t.tenant, t.request_id, e.key, t.place FROM by_target t JOIN ${eventsAt('by_target')} e USING (place)
UNION ALL
SELECT tenant, request_id, key, place FROM correlated ANTI JOIN by_name USING (place)`,
  'INSERT INTO links SELECT tenant, request_id, key FROM linked',
];
