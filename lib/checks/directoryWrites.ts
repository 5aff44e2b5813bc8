import { textOf } from './changedTargets';

/** Operations of the directory that give somebody something, by what they give. */
const operations = {
  group: ['add member to group'],
  application: ['add app role assignment grant to user', 'add app role assignment to service principal'],
  'directory-role': ['add member to role', 'add eligible member to role'],
} as const;

const listed = (names: readonly string[]) => names.map((name) => `'${name}'`).join(', ');

/** SQL for whether an event `e` is such a write, made beside a request. */
export const isDirectoryWrite = `e.class = 'context' AND NOT e.failed AND lower(e.operation) IN (${listed(Object.values(operations).flat())})`;

/** SQL for whether an event `e` puts somebody into a directory role. */
const isRoleWrite = `lower(e.operation) IN (${listed(operations['directory-role'])})`;

/**
 * SQL that reads directory writes, one row each: the columns of `writes` (those of an event, and the
 * `target_resources` of its record), and `reached_kind`, `reached_id`, `reached_name`, `reached_role`,
 * `role_assignable` (null where the record does not say).
 */
export function readWrites(writes: string): string {
  return `
SELECT e.* EXCLUDE (targets, properties, own), own.id AS reached_id,
  coalesce(CASE reached_kind WHEN 'group' THEN ${value('group.displayname')} WHEN 'directory-role' THEN ${value('role.displayname')} END, nullif(own.displayName, '')) AS reached_name,
  CASE WHEN reached_kind = 'application' THEN coalesce(${value('approle.displayname')}, ${value('approle.value')}) END AS reached_role,
  CASE reached_kind WHEN 'directory-role' THEN true WHEN 'group' THEN contains(lower(${value('isassignabletorole')}), 'true') END AS role_assignable
FROM (
  SELECT *, flatten([coalesce(t.modifiedProperties, []) FOR t IN targets]) AS properties,
    [t FOR t IN targets IF lower(t.type) = CASE reached_kind WHEN 'group' THEN 'group' WHEN 'directory-role' THEN 'role' ELSE 'serviceprincipal' END][1] AS own
  FROM (
    SELECT e.* EXCLUDE (target_resources),
      CASE ${Object.entries(operations)
        .map(([kind, names]) => `WHEN lower(e.operation) IN (${listed(names)}) THEN '${kind}'`)
        .join(' ')} END AS reached_kind,
      from_json(e.target_resources, '[{"type":"VARCHAR","id":"VARCHAR","displayName":"VARCHAR","modifiedProperties":[{"displayName":"VARCHAR","oldValue":"VARCHAR","newValue":"VARCHAR"}]}]') AS targets
    FROM (${writes}) e)
) e`;
}

/**
 * SQL for the directory writes that put somebody into a directory role or a group that can hold one, as a relation
 * `role_writes`: `tenant, key, instant, correlation, user_id` and what `readWrites` adds.
 */
export const roleWrites = `
SELECT * EXCLUDE (operation, role_assignable) FROM (${readWrites(`
  SELECT e.tenant, e.key, e.operation, e.instant, e.correlation, e.user_id, r.target_resources
  FROM events e JOIN records r ON r.tenant = e.tenant AND r.key = e.key AND r.class = 'context'
  WHERE ${isDirectoryWrite} AND (${isRoleWrite} OR contains(lower(r.target_resources), 'isassignabletorole'))`)})
WHERE role_assignable`;

/** The value of a modified property. */
function value(property: string): string {
  const text = `[coalesce(p.newValue, p.oldValue) FOR p IN properties IF lower(p.displayName) = '${property}'][1]`;
  return `nullif(${textOf(text)}, '')`;
}
