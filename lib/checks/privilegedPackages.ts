/** A pattern as LIKE takes it: `*` is any text, and all else stands for itself. */
const likeOf = (pattern: string) =>
  `replace(replace(replace(replace(lower(${pattern}), '!', '!!'), '%', '!%'), '_', '!_'), '*', '%')`;

/**
 * SQL for the packages that give much, as a relation `privileged` (tenant, package_id, why, since): those that the
 * organisation lists by id or name (`privileged_by_name`), and those of which a grant reached a directory role or a
 * group that can hold one, from that grant's record on. `since` is null for those that are listed.
 */
export const privilegedPackages = `
WITH listed AS (
  SELECT DISTINCT n.tenant, n.id AS package_id FROM names n SEMI JOIN privileged_by_name p
    ON n.id = p.id OR lower(n.name) LIKE ${likeOf('p.pattern')} ESCAPE '!'
  WHERE n.kind = 'package'
), reached AS (
  SELECT r.tenant, r.package_id, min(w.instant) AS since,
    arg_min(CASE w.reached_kind WHEN 'group' THEN 'role-assignable group ' ELSE 'directory role ' END || coalesce(w.reached_name, w.reached_id, 'without a name'), (w.instant, w.key)) AS what
  FROM role_writes w JOIN links l ON l.tenant = w.tenant AND l.key = w.key
  JOIN requests r ON r.tenant = l.tenant AND r.request_id = l.request_id
  WHERE r.kind <> 'removal' AND r.package_id IS NOT NULL GROUP BY ALL
)
SELECT tenant, package_id, 'listed as privileged' AS why, NULL::TIMESTAMP_NS AS since FROM listed
UNION ALL
SELECT tenant, package_id, 'an earlier grant of it reached the ' || what, since FROM reached ANTI JOIN listed USING (tenant, package_id)`;
