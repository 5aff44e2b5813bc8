const named = `
  SELECT tenant, 'person' AS kind, actor_id AS id, actor AS name, instant FROM events WHERE actor_kind = 'user'
  UNION ALL SELECT tenant, 'person', user_id, user_upn, instant FROM events
  UNION ALL SELECT tenant, 'package', package_id, package, instant FROM events
  UNION ALL SELECT tenant, 'policy', policy_id, policy, instant FROM events`;

const touchedNames = `
  SELECT DISTINCT tenant, kind, id FROM (${named.replaceAll('FROM events', 'FROM (SELECT * FROM events SEMI JOIN touched_keys USING (tenant, key))')})
  WHERE id IS NOT NULL`;

/** SQL for the newest name of every person, package and policy that the touched events name. */
export const namesOfTouched = [
  `CREATE OR REPLACE TEMP TABLE renamed AS ${touchedNames}`,
  `DELETE FROM names USING renamed r WHERE names.tenant = r.tenant AND names.kind = r.kind AND names.id = r.id`,
  `INSERT INTO names
   SELECT tenant, kind, id, newest.name, lower(nfc_normalize(newest.name)) FROM (
     SELECT tenant, kind, id, max(struct_pack(instant := instant, name := name)) AS newest
     FROM (${named}) SEMI JOIN renamed USING (tenant, kind, id)
     WHERE name IS NOT NULL GROUP BY ALL)`,
  `DROP TABLE renamed`,
];
