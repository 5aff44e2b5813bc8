/**
 * SQL for pairs of a request and a change of what governs it, as two structs `r` and `c`: of its own policy, or of its
 * package where one of the two names no policy. `requests` has at least `tenant, package_id, policy_id`, `changes` is
 * a part of `configuration_changes` with `tenant, package_ids, policy_id`, and `on` what else must hold.
 */
export function changesOf(requests: string, changes: string, on: string): string {
  return `
SELECT r, c FROM ${requests} r JOIN (SELECT *, NULL::VARCHAR AS package_id FROM ${changes}) c
  ON c.tenant = r.tenant AND c.policy_id = r.policy_id AND ${on}
UNION ALL
SELECT r, c FROM ${requests} r JOIN (SELECT *, unnest(package_ids) AS package_id FROM ${changes}) c
  ON c.tenant = r.tenant AND c.package_id = r.package_id AND (c.policy_id IS NULL OR r.policy_id IS NULL) AND ${on}`;
}

/** SQL for who changed something, by the name that the record gives. */
export const who = 'coalesce(actor_name, actor, actor_id)';

/** A name of a record in a sentence. */
export function nameOr(name: string | null): string {
  return name ?? 'Someone the records do not name';
}
