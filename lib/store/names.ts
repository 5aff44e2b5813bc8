import type { Clause } from '../filter/clause';
import type { Condition } from './where';

/** People by user principal name, people and applications as they are called, packages, policies. */
const named = `
  SELECT tenant, 'person' AS kind, actor_id AS id, actor AS name, instant, workspaces FROM events WHERE actor_kind = 'user'
  UNION ALL SELECT tenant, 'person', user_id, user_upn, instant, workspaces FROM events
  UNION ALL SELECT tenant, 'called', actor_id, actor_name, instant, workspaces FROM events
  UNION ALL SELECT tenant, 'called', user_id, user_name, instant, workspaces FROM events
  UNION ALL SELECT tenant, 'package', package_id, package, instant, workspaces FROM events
  UNION ALL SELECT tenant, 'policy', policy_id, policy, instant, workspaces FROM events`;

const touched =
  '(SELECT * FROM events SEMI JOIN touched_keys USING (tenant, key) UNION ALL BY NAME FROM before)';

const touchedNames = `
  SELECT DISTINCT tenant, kind, id FROM (${named.replaceAll('FROM events', `FROM ${touched}`)}) WHERE id IS NOT NULL`;

/** A name is known in every workspace of which a record says it, not only of the newest one that does. */
const newest = `
  WITH said AS MATERIALIZED (
    SELECT * FROM (${named}) SEMI JOIN named_again USING (tenant, kind, id) WHERE name IS NOT NULL
  ), last_said AS (
    SELECT tenant, kind, id, max(struct_pack(instant := instant, name := name)).name AS name FROM said GROUP BY ALL
  )
  SELECT tenant, kind, id, name,
    list_sort(list_distinct(flatten(list(workspaces) FILTER (workspaces IS NOT NULL)))) AS workspaces
  FROM said SEMI JOIN last_said USING (tenant, kind, id, name) GROUP BY tenant, kind, id, name`;

/** SQL for whether a name (the alias of its row) is known where a request is of these workspaces. */
export function isKnownIn(name: string, workspaces: string): string {
  return `coalesce(list_has_any(${name}.workspaces, ${workspaces}), ${name}.workspaces IS NULL)`;
}

/** The names that a reader may know, as a relation: those that a workspace within the scope among `clauses` says. */
export function namesWithin(clauses: readonly Clause[]): Condition {
  const bounds = clauses.flatMap((clause) => {
    if (clause.kind !== 'scope') return [];
    const granted = clause.grants.map(({ workspaces }) => workspaces);
    return granted.every((each) => each !== null) ? [new Set(granted.flat())] : [];
  });
  const [first, ...others] = bounds;
  if (first === undefined) return { sql: 'names', bindings: {} };
  const known = [...first].filter((id) => others.every((bound) => bound.has(id)));
  return {
    sql: `(SELECT * FROM names WHERE list_has_any(workspaces, from_json($known, '["VARCHAR"]')))`,
    bindings: { known: JSON.stringify(known) },
  };
}

/**
 * SQL for the newest name of every person, package and policy that the touched events name. A request is found
 * by the names of today too, so those of a renamed one are touched as well; `renamed_requests` has those that nothing
 * else touches.
 */
export const namesOfTouched = [
  `CREATE OR REPLACE TEMP TABLE named_again AS ${touchedNames}`,
  `CREATE OR REPLACE TEMP TABLE newest AS ${newest}`,
  `CREATE OR REPLACE TEMP TABLE renamed AS
   (SELECT * FROM newest EXCEPT SELECT * FROM names)
   UNION ALL SELECT tenant, kind, id, NULL, NULL FROM names SEMI JOIN named_again USING (tenant, kind, id) ANTI JOIN newest USING (tenant, kind, id)`,
  `DELETE FROM names USING renamed r WHERE names.tenant = r.tenant AND names.kind = r.kind AND names.id = r.id`,
  `INSERT INTO names SELECT * FROM renamed WHERE name IS NOT NULL`,
  `CREATE OR REPLACE TEMP TABLE renamed_requests AS
   SELECT r.tenant, r.request_id FROM requests r JOIN renamed n ON n.tenant = r.tenant AND n.id = r.package_id AND n.kind = 'package'
   UNION SELECT r.tenant, r.request_id FROM requests r JOIN renamed n ON n.tenant = r.tenant AND n.id = r.policy_id AND n.kind = 'policy'
   UNION SELECT r.tenant, r.request_id FROM requests r JOIN renamed n ON n.tenant = r.tenant AND n.id = r.requestor_id AND n.kind = 'person'
   UNION SELECT r.tenant, r.request_id FROM requests r JOIN renamed n ON n.tenant = r.tenant AND n.id = r.target_id AND n.kind = 'person'
   EXCEPT SELECT tenant, request_id FROM touched`,
  'INSERT INTO touched SELECT tenant, request_id FROM renamed_requests',
  'DROP TABLE named_again',
  'DROP TABLE newest',
  'DROP TABLE renamed',
];
