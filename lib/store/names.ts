import type { Clause } from '../filter/clause';
import type { Condition } from './where';

/** What an event says names with. */
export const namingColumns =
  'actor_kind, actor_id, actor, actor_name, user_id, user_upn, user_name, package_id, package, policy_id, policy';

/** People by user principal name, people and applications as they are called, packages, policies; `gone` is SQL. */
const named = (from: string, gone: string) => `(
  SELECT tenant, 'person' AS kind, actor_id AS id, actor AS name, instant, workspaces, ${gone} AS gone FROM ${from} WHERE actor_kind = 'user'
  UNION ALL SELECT tenant, 'person', user_id, user_upn, instant, workspaces, ${gone} FROM ${from}
  UNION ALL SELECT tenant, 'called', actor_id, actor_name, instant, workspaces, ${gone} FROM ${from}
  UNION ALL SELECT tenant, 'called', user_id, user_name, instant, workspaces, ${gone} FROM ${from}
  UNION ALL SELECT tenant, 'package', package_id, package, instant, workspaces, ${gone} FROM ${from}
  UNION ALL SELECT tenant, 'policy', policy_id, policy, instant, workspaces, ${gone} FROM ${from})`;

/** A name is known in every workspace of which a record says it, not only of the newest one that does. */
const newestOf = (said: string) => `
  SELECT tenant, kind, id, max(struct_pack(instant := instant, name := name)) AS last,
    list_sort(list_distinct(flatten(list(workspaces) FILTER (workspaces IS NOT NULL)))) AS workspaces
  FROM (${said}) GROUP BY tenant, kind, id, name
  QUALIFY row_number() OVER (PARTITION BY tenant, kind, id ORDER BY last DESC) = 1`;

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

/** Requests of renamed objects, in `renamed_requests`: they are found by the names of today too, so they are folded again. */
export const renamedRequests = `
CREATE OR REPLACE TEMP TABLE renamed_requests AS (
  SELECT r.tenant, r.request_id FROM requests r SEMI JOIN renamed n ON n.tenant = r.tenant AND n.id = r.package_id AND n.kind = 'package'
  UNION SELECT r.tenant, r.request_id FROM requests r SEMI JOIN renamed n ON n.tenant = r.tenant AND n.id = r.policy_id AND n.kind = 'policy'
  UNION SELECT r.tenant, r.request_id FROM requests r SEMI JOIN renamed n ON n.tenant = r.tenant AND n.id = r.requestor_id AND n.kind = 'person'
  UNION SELECT r.tenant, r.request_id FROM requests r SEMI JOIN renamed n ON n.tenant = r.tenant AND n.id = r.target_id AND n.kind = 'person'
) EXCEPT SELECT tenant, request_id FROM touched;
INSERT INTO touched SELECT * FROM renamed_requests`;

/**
 * SQL for the newest name of every person, package and policy that the moved events name. Where these only say again
 * what is known, or are the first to name an object, the other events need not be read.
 */
export const namesOfTouched = [
  `CREATE OR REPLACE TEMP TABLE named_again AS
   SELECT tenant, kind, id, bool_or(gone) AS unsaid, count(DISTINCT name) > 1 OR bool_or(name IS DISTINCT FROM known) AS otherwise
   FROM (
     SELECT a.*, n.name AS known FROM ${named('moved', 'gone')} a LEFT JOIN names n USING (tenant, kind, id)
   )
   WHERE id IS NOT NULL AND (gone OR name IS NOT NULL) GROUP BY ALL`,
  `CREATE OR REPLACE TEMP TABLE newest AS
   WITH again AS (SELECT tenant, kind, id FROM named_again a WHERE unsaid OR (otherwise AND EXISTS (FROM names n WHERE n.tenant = a.tenant AND n.kind = a.kind AND n.id = a.id)))
   ${newestOf(`SELECT * FROM ${named('events', 'false')} SEMI JOIN again USING (tenant, kind, id) WHERE name IS NOT NULL`)}
   UNION ALL
   SELECT tenant, kind, id, CASE WHEN n.name IS NULL OR m.last.instant > n.instant THEN m.last ELSE struct_pack(instant := n.instant, name := n.name) END,
     CASE WHEN n.workspaces IS NULL THEN m.workspaces WHEN m.workspaces IS NULL THEN n.workspaces
       ELSE list_sort(list_distinct(list_concat(n.workspaces, m.workspaces))) END
   FROM (${newestOf(`SELECT * FROM ${named('moved', 'gone')} ANTI JOIN again USING (tenant, kind, id) WHERE id IS NOT NULL AND name IS NOT NULL`)}) m
   LEFT JOIN names n USING (tenant, kind, id)`,
  `CREATE OR REPLACE TEMP TABLE renamed AS
   SELECT m.tenant, m.kind, m.id FROM newest m LEFT JOIN names n USING (tenant, kind, id)
   WHERE n.name IS DISTINCT FROM m.last.name OR n.workspaces IS DISTINCT FROM m.workspaces
   UNION ALL SELECT tenant, kind, id FROM names SEMI JOIN named_again USING (tenant, kind, id) ANTI JOIN newest USING (tenant, kind, id)`,
  `DELETE FROM names USING (SELECT tenant, kind, id FROM newest UNION SELECT tenant, kind, id FROM renamed) r
   WHERE names.tenant = r.tenant AND names.kind = r.kind AND names.id = r.id`,
  `INSERT INTO names SELECT tenant, kind, id, last.name, workspaces, last.instant FROM newest`,
  renamedRequests,
  'DROP TABLE named_again',
  'DROP TABLE newest',
  'DROP TABLE renamed',
];
