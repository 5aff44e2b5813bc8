/**
 * SQL that says when the access of each grant of the touched target and package pairs was removed: by its own
 * record of removed access, else by the first removal of the same target and package after the grant began:
 * a removal request, or a record of removed access that names no request, as when an assignment runs out.
 */
export const markRemovals = `
WITH pairs AS (
  SELECT DISTINCT r.tenant, r.target_id, r.package_id
  FROM requests r SEMI JOIN touched_pairs p
    ON p.tenant = r.tenant AND p.target_id = r.target_id AND p.package_id = r.package_id
), grants AS (
  SELECT r.* FROM requests r SEMI JOIN pairs p
    ON p.tenant = r.tenant AND p.target_id = r.target_id AND p.package_id = r.package_id
  WHERE r.kind <> 'removal' AND r.outcome IN ('approved', 'auto-approved', 'assigned', 'policy-assigned', 'unknown')
), found AS (
  SELECT r.tenant, r.target_id, r.package_id, r.removal, r.removal_text, r.removal_record
  FROM requests r SEMI JOIN pairs p
    ON p.tenant = r.tenant AND p.target_id = r.target_id AND p.package_id = r.package_id
  WHERE r.removal IS NOT NULL
  UNION ALL
  SELECT e.tenant, e.user_id, e.package_id, e.instant, e.at_text, e.key
  FROM events e SEMI JOIN pairs p ON p.tenant = e.tenant AND p.target_id = e.user_id AND p.package_id = e.package_id
  ANTI JOIN links l ON l.tenant = e.tenant AND l.key = e.key
  WHERE e.step = 'remove-access' AND NOT e.failed
), removals AS (
  SELECT tenant, target_id, package_id, removal, arg_min(removal_text, removal_record) AS removal_text, min(removal_record) AS removal_record
  FROM found GROUP BY ALL
)
INSERT INTO removed
SELECT g.tenant, g.request_id, coalesce(g.own_removed_text, m.removal_text), coalesce(g.own_removed_record, m.removal_record)
FROM grants g ASOF LEFT JOIN removals m
  ON m.tenant = g.tenant AND m.target_id = g.target_id AND m.package_id = g.package_id AND g.started <= m.removal
WHERE coalesce(g.own_removed_text, m.removal_text) IS NOT NULL`;

/** SQL that forgets what `markRemovals` said of the touched target and package pairs. */
export const unmarkRemovals = `
DELETE FROM removed USING (
  SELECT r.tenant, r.request_id FROM requests r SEMI JOIN touched_pairs p
    ON p.tenant = r.tenant AND p.target_id = r.target_id AND p.package_id = r.package_id
) paired
WHERE removed.tenant = paired.tenant AND removed.request_id = paired.request_id`;
