import { z } from 'zod';
import { type ConfigurationKind, configurationKinds } from '../request';
import { durationWords } from '../words/duration';
import { changesOf, nameOr, who } from './changesOf';
import { check } from './check';
import { secondsFrom } from './secondsFrom';
import { thresholds } from './thresholds';

const within = thresholds.configuredByParty.days * 86_400;

/** Who assigns directly is an administrator, whose trade it is to configure: there only the receiver counts. */
const sql = `
WITH asked AS (
  SELECT tenant, request_id, package_id, policy_id, requestor_id, target_id, approver_ids, kind, coalesce(requested, first) AS asked
  FROM requests SEMI JOIN concerned USING (tenant, request_id)
  WHERE kind <> 'removal' AND outcome IN ('approved', 'auto-approved', 'assigned', 'unknown')
), parties AS (
  SELECT tenant, request_id, package_id, policy_id, asked, requestor_id AS party, 'requestor' AS part
  FROM asked WHERE kind NOT IN ('direct', 'policy') AND requestor_id IS NOT NULL
  UNION ALL SELECT tenant, request_id, package_id, policy_id, asked, target_id, 'receiver'
  FROM asked WHERE target_id IS NOT NULL AND (kind IN ('direct', 'policy') OR target_id IS DISTINCT FROM requestor_id)
  UNION ALL SELECT tenant, request_id, package_id, policy_id, asked, unnest(approver_ids), 'approver' FROM asked
), own AS (
  SELECT tenant, key, instant, ${who} AS who, actor_id, package_ids, policy_id, kind, change
  FROM configuration_changes WHERE actor_id IS NOT NULL AND kind NOT IN ('settings', 'other')
), pairs AS (${changesOf(
  'parties',
  'own',
  `c.actor_id = r.party AND c.instant < r.asked AND ${secondsFrom('c.instant', 'r.asked')} <= ${within}`,
)}), newest AS (
  SELECT r, c, count(*) OVER one AS changes FROM pairs
  WINDOW one AS (PARTITION BY r.tenant, r.request_id, r.part)
  QUALIFY row_number() OVER (PARTITION BY r.tenant, r.request_id ORDER BY r.part = 'approver', c.instant DESC, c.key, r.part) = 1
)
SELECT r.tenant AS tenant, r.request_id AS request_id, CASE r.part WHEN 'approver' THEN 'low' ELSE 'medium' END AS strength,
  struct_pack(who := c.who, part := r.part, kind := c.kind, change := c.change, changes := changes,
    before := ${secondsFrom('c.instant', 'r.asked')}) AS facts,
  NULL::VARCHAR AS limits, [c.key] AS records
FROM newest`;

const things: Readonly<Record<ConfigurationKind, string>> = {
  policy: 'a policy of the package',
  package: 'the package',
  catalogue: 'its catalogue',
  resource: 'what its catalogue holds',
  incompatible: 'an incompatibility rule of the package',
  role: 'a role in its catalogue',
  settings: 'the settings',
  other: 'the configuration',
};
const did = { created: 'added', updated: 'changed', deleted: 'removed' } as const;
const parts = {
  requestor: 'who asked',
  receiver: 'who received the access',
  approver: 'who approved',
} as const;

export const configuredByParty = check({
  id: 'configured-by-party',
  sql,
  facts: z.object({
    who: z.string().nullable(),
    part: z.enum(['requestor', 'receiver', 'approver']),
    kind: z.enum(configurationKinds),
    change: z.enum(['created', 'updated', 'deleted']),
    changes: z.number(),
    before: z.number(),
  }),
  say: ({ who, part, kind, change, changes, before }) =>
    `${nameOr(who)}, ${parts[part]}, ${did[change]} ${things[kind]} ${durationWords(before)} before it was asked for${
      changes > 1 ? `; the last of ${changes} changes in ${thresholds.configuredByParty.days} days` : ''
    }.`,
});
