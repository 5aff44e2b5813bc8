import 'server-only';
import { configurationChangesOf } from '../checks/configurationChanges';
import type { Clause } from '../filter/clause';
import type { AccessRequest, BracketChange } from '../request';
import type { Bindings, Store } from './open';
import { scoped, where } from './where';

const hours = 72;

/**
 * What was configured from 72 hours before a request was asked for until 72 hours after it was granted or ended, oldest
 * first: its package with its policies; for readers who may see everything, also its catalogue, the roles of those who
 * had a part in it and of no catalogue in particular, and the settings of the tenant.
 */
export async function bracket(
  store: Store,
  scope: readonly Clause[],
  request: AccessRequest,
): Promise<BracketChange[]> {
  const from = request.requestedAt ?? request.firstRecordAt;
  const until = request.decidedAt ?? request.endedAt ?? from;
  const isWhole = scope.length === 0;
  const visible = where(scope);
  const seen = scoped(scope, { package: '$package', workspaces: 'e.workspaces' });
  const bindings: Bindings = {
    ...visible.bindings,
    ...seen.bindings,
    tenant: request.tenant,
    package: request.packageId,
    policy: request.policyId,
    from,
    until,
    ...(isWhole ? { parties: JSON.stringify(partiesOf(request)) } : {}),
  };
  return store.all<BracketChange>(sql(visible.sql, seen.sql, isWhole), bindings);
}

function partiesOf({ requestorId, targetId, decisions }: AccessRequest): string[] {
  return [requestorId, targetId, ...decisions.map(({ approverId }) => approverId)].filter(
    (id) => id !== null,
  );
}

/**
 * Of the configuring events, those of the package and its policies at any time, since what an update changed can follow
 * from an earlier one, and for a reader of everything all that lie in the window.
 */
const sql = (visible: string, seen: string, isWhole: boolean) => `
WITH policies AS MATERIALIZED (
  SELECT DISTINCT r.policy_id AS id FROM requests r
  WHERE ${visible} AND r.tenant = $tenant AND r.package_id = $package AND r.policy_id IS NOT NULL
), bounds AS (
  SELECT $from::TIMESTAMP_NS::TIMESTAMP - INTERVAL ${hours} HOUR AS "from", $until::TIMESTAMP_NS::TIMESTAMP + INTERVAL ${hours} HOUR AS "until",
    list_distinct(coalesce((SELECT list(id) FROM policies), []) || [$policy::VARCHAR]) AS policy_ids
), near AS MATERIALIZED (
  SELECT e.* FROM events e, bounds b
  WHERE e.tenant = $tenant AND e.step = 'configure' AND ${seen} AND (
    list_contains(e.target_ids, $package) OR list_has_any(e.target_ids, b.policy_ids)
    ${isWhole ? `OR e.instant::TIMESTAMP BETWEEN b."from" AND b."until"` : ''})
), seen_requests AS (
  SELECT r.* FROM requests r WHERE ${visible} AND r.tenant = $tenant AND r.package_id = $package
)
SELECT c.at_text AS "at",
  CASE WHEN c.instant < $from::TIMESTAMP_NS THEN 'before' WHEN c.instant <= $until::TIMESTAMP_NS THEN 'during' ELSE 'after' END AS "when",
  c.operation, c.kind, c.change, c.actor, c.actor_id AS "actorId", c.actor_name AS "actorName", c.policy_id AS "policyId", c.policy,
  CASE WHEN $policy::VARCHAR IS NULL AND c.policy_id IS NOT NULL THEN greatest(len(b.policy_ids), 1)::INTEGER END AS "ofPolicies",
  flatten([t.changes FOR t IN c.targets IF t.type NOT IN ('accesspackage', 'accesspackageassignmentpolicy')
    OR t.id = $package OR list_contains(b.policy_ids, t.id)]) AS changes, c.weakens, c.tightens, c.key AS record
FROM (${configurationChangesOf({ events: 'near', requests: 'seen_requests' })}) c, bounds b
WHERE c.instant::TIMESTAMP BETWEEN b."from" AND b."until" AND (
  list_contains(c.package_ids, $package) OR coalesce(list_contains(b.policy_ids, c.policy_id), false)
  ${isWhole ? `OR c.kind = 'settings' OR (c.kind = 'role' AND (list_has_any(c.principal_ids, from_json($parties, '["VARCHAR"]')) OR len(c.catalogue_ids) = 0))` : ''})
ORDER BY c.instant, c.key`;
