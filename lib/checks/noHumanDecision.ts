import { z } from 'zod';
import { check } from './check';

/** Access that a policy or an administrator gave, and what it reached or why its package is privileged. */
export const noHumanDecision = check({
  id: 'no-human-decision',
  sql: `
WITH given AS MATERIALIZED (
  SELECT r.tenant, r.request_id, r.outcome, r.package_id, r.target_id, r.last, lower(r.correlation_id) AS correlation,
    coalesce(r.requestor, r.requestor_name, r.requestor_id) AS requestor, r.sources.outcome AS key
  FROM requests r SEMI JOIN concerned USING (tenant, request_id)
  WHERE r.outcome IN ('auto-approved', 'assigned', 'policy-assigned') AND r.kind <> 'removal' AND r.delivery IS DISTINCT FROM 'failed'
), reached AS (
  SELECT tenant, request_id, arg_min(struct_pack(kind := reached_kind, name := coalesce(reached_name, reached_id)), (instant, key)) AS what,
    list_sort(list(DISTINCT key)) AS keys
  FROM (
    SELECT l.request_id, w.* FROM role_writes w JOIN links l USING (tenant, key) SEMI JOIN given USING (tenant, request_id)
    UNION ALL
    SELECT g.request_id, w.* FROM role_writes w JOIN given g
      ON g.tenant = w.tenant AND g.correlation = w.correlation AND g.target_id = w.user_id
  ) GROUP BY ALL
)
SELECT g.tenant, g.request_id, CASE WHEN m.what IS NULL THEN 'low' ELSE 'strong' END AS strength,
  struct_pack(outcome := g.outcome, requestor := g.requestor, reached := m.what, why := p.why) AS facts,
  CASE WHEN m.what IS NULL THEN 'no record says that this grant reached a directory role or a group that can hold one' END AS limits,
  list_concat([g.key], m.keys) AS records
FROM given g LEFT JOIN reached m USING (tenant, request_id)
LEFT JOIN privileged p ON p.tenant = g.tenant AND p.package_id = g.package_id AND (p.since IS NULL OR p.since <= g.last)
WHERE m.what IS NOT NULL OR p.why IS NOT NULL`,
  facts: z.object({
    outcome: z.enum(['auto-approved', 'assigned', 'policy-assigned']),
    requestor: z.string().nullable(),
    reached: z
      .object({ kind: z.enum(['group', 'application', 'directory-role']), name: z.string().nullable() })
      .nullable(),
    why: z.string().nullable(),
  }),
  say: ({ outcome, requestor, reached, why }) => {
    const given = {
      'auto-approved': 'Approved by the policy alone',
      assigned: `Assigned directly by ${requestor ?? 'somebody whom the record does not name'}`,
      'policy-assigned': 'Assigned by an automatic policy',
    }[outcome];
    if (reached === null) return `${given}, for a privileged package: ${why}.`;
    const kind = reached.kind === 'group' ? 'role-assignable group' : 'directory role';
    return `${given}, and the grant put its target into the ${kind} ${reached.name ?? 'without a name'}.`;
  },
});
