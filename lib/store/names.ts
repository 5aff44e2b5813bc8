/** People by user principal name, people and applications as they are called, packages, policies. */
const named = `
  SELECT tenant, 'person' AS kind, actor_id AS id, actor AS name, instant FROM events WHERE actor_kind = 'user'
  UNION ALL SELECT tenant, 'person', user_id, user_upn, instant FROM events
  UNION ALL SELECT tenant, 'called', actor_id, actor_name, instant FROM events
  UNION ALL SELECT tenant, 'called', user_id, user_name, instant FROM events
  UNION ALL SELECT tenant, 'package', package_id, package, instant FROM events
  UNION ALL SELECT tenant, 'policy', policy_id, policy, instant FROM events`;

const touched =
  '(SELECT * FROM events SEMI JOIN touched_keys USING (tenant, key) UNION ALL BY NAME FROM before)';

const touchedNames = `
  SELECT DISTINCT tenant, kind, id FROM (${named.replaceAll('FROM events', `FROM ${touched}`)}) WHERE id IS NOT NULL`;

const newest = `
  SELECT tenant, kind, id, max(struct_pack(instant := instant, name := name)).name AS name
  FROM (${named}) SEMI JOIN named_again USING (tenant, kind, id) WHERE name IS NOT NULL GROUP BY ALL`;

/**
 * SQL for the newest name of every person, package and policy that the touched events name. A request is found
 * by the names of today too, so those of a renamed one are touched as well.
 */
export const namesOfTouched = [
  `CREATE OR REPLACE TEMP TABLE named_again AS ${touchedNames}`,
  `CREATE OR REPLACE TEMP TABLE newest AS ${newest}`,
  `CREATE OR REPLACE TEMP TABLE renamed AS
   (SELECT * FROM newest EXCEPT SELECT * FROM names)
   UNION ALL SELECT tenant, kind, id, NULL FROM names SEMI JOIN named_again USING (tenant, kind, id) ANTI JOIN newest USING (tenant, kind, id)`,
  `DELETE FROM names USING renamed r WHERE names.tenant = r.tenant AND names.kind = r.kind AND names.id = r.id`,
  `INSERT INTO names SELECT * FROM renamed WHERE name IS NOT NULL`,
  `INSERT INTO touched
   SELECT r.tenant, r.request_id FROM requests r JOIN renamed n ON n.tenant = r.tenant AND n.id = r.package_id AND n.kind = 'package'
   UNION SELECT r.tenant, r.request_id FROM requests r JOIN renamed n ON n.tenant = r.tenant AND n.id = r.policy_id AND n.kind = 'policy'
   UNION SELECT r.tenant, r.request_id FROM requests r JOIN renamed n ON n.tenant = r.tenant AND n.id = r.requestor_id AND n.kind = 'person'
   UNION SELECT r.tenant, r.request_id FROM requests r JOIN renamed n ON n.tenant = r.tenant AND n.id = r.target_id AND n.kind = 'person'
   EXCEPT SELECT tenant, request_id FROM touched`,
  'DROP TABLE named_again',
  'DROP TABLE newest',
  'DROP TABLE renamed',
];
