/**
 * SQL that gives every grant of the touched target and package pairs its `removedAt`: its own record of
 * removed access, else the first removal of the same target and package after the grant began (folding
 * rule 5). Only rows that change are written.
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
), removals AS (
  SELECT r.tenant, r.target_id, r.package_id, r.removal, arg_min(r.removal_text, r.removal_record) AS removal_text,
    min(r.removal_record) AS removal_record
  FROM requests r SEMI JOIN pairs p
    ON p.tenant = r.tenant AND p.target_id = r.target_id AND p.package_id = r.package_id
  WHERE r.removal IS NOT NULL GROUP BY ALL
), ended AS (
  SELECT g.tenant, g.request_id,
    coalesce(g.own_removed_text, m.removal_text) AS removed_text, coalesce(g.own_removed_record, m.removal_record) AS removed_record
  FROM grants g ASOF LEFT JOIN removals m
    ON m.tenant = g.tenant AND m.target_id = g.target_id AND m.package_id = g.package_id AND g.started <= m.removal
)
UPDATE requests SET removed_text = ended.removed_text, removed_record = ended.removed_record
FROM ended
WHERE requests.tenant = ended.tenant AND requests.request_id = ended.request_id
  AND (requests.removed_text IS DISTINCT FROM ended.removed_text
    OR requests.removed_record IS DISTINCT FROM ended.removed_record)`;
