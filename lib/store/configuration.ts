import 'server-only';
import type { ConfigurationChange } from '../answers';
import { changedTargets } from '../checks/changedTargets';
import type { Clause } from '../filter/clause';
import type { Store } from './open';
import { scoped, where } from './where';

/**
 * The changes of a package, of its policies and of its catalogue, oldest first. A policy is the package's when a
 * request that the reader may see names both, a catalogue when a record of a change does. Catalogues are shared
 * by packages: their changes are told only to readers who may see everything.
 */
export async function packageConfiguration(
  store: Store,
  scope: readonly Clause[],
  tenant: string,
  id: string,
): Promise<ConfigurationChange[]> {
  const visible = where(scope);
  const found = await store.all<{ id: string }>(
    `SELECT DISTINCT r.policy_id AS id FROM requests r
     WHERE ${visible.sql} AND r.tenant = $tenant AND r.package_id = $id AND r.policy_id IS NOT NULL
     ${scope.length === 0 ? `UNION ${catalogues}` : ''}`,
    { ...visible.bindings, tenant, id },
  );
  const own = [id, ...found.map((each) => each.id)];
  const condition = scoped(scope, {
    package: `json_extract_string($own, '$[0]')`,
    workspaces: 'e.workspaces',
  });
  const rows = await store.all<Row>(
    changes(`list_has_any(e.target_ids, from_json($own, '["VARCHAR"]')) AND ${condition.sql}`),
    {
      ...condition.bindings,
      tenant,
      own: JSON.stringify(own),
    },
  );
  return rows.map((row) => asChange(row, (target) => !isOfPackage(target) || own.includes(target.id ?? '')));
}

/**
 * The changes that one person made, oldest first; for a reader who may see a part, those whose record names one
 * package, which is of that part.
 */
export async function personConfiguration(
  store: Store,
  scope: readonly Clause[],
  tenant: string,
  id: string,
): Promise<ConfigurationChange[]> {
  const condition = scoped(scope, {
    package: 'CASE WHEN e.packages = 1 THEN e.package_id END',
    workspaces: 'e.workspaces',
  });
  const rows = await store.all<Row>(changes(`e.actor_id = $id AND ${condition.sql}`), {
    ...condition.bindings,
    tenant,
    id,
  });
  return rows.map((row) => asChange(row, () => true));
}

interface ChangedTarget {
  id: string | null;
  type: string | null;
  changes: ConfigurationChange['changes'];
}

type Row = Omit<ConfigurationChange, 'changes'> & { targets: ChangedTarget[] };

/** Records that configure something, or whose operation is unknown, and that belong to no request. */
const configuring = `
FROM events e ANTI JOIN links l ON l.tenant = e.tenant AND l.key = e.key
JOIN records c ON c.tenant = e.tenant AND c.key = e.key AND c.class <> 'waiting'
WHERE e.tenant = $tenant AND e.class = 'entitlement' AND coalesce(e.step, 'configure') = 'configure'`;

const changes = (which: string) => `
SELECT e.at_text AS "at", e.operation, e.actor, e.actor_id AS "actorId", e.actor_name AS "actorName",
  e.policy_id AS "policyId", e.policy, e.key AS record, ${changedTargets('c.target_resources')} AS targets
${configuring} AND ${which}
QUALIFY row_number() OVER (PARTITION BY e.key ORDER BY c.rid) = 1
ORDER BY e.instant, e.rank, e.key`;

const catalogues = `
SELECT lower(t.id) FROM (
  SELECT unnest(from_json(c.target_resources, '[{"id":"VARCHAR","type":"VARCHAR"}]')) AS t
  ${configuring} AND list_contains(e.target_ids, $id))
WHERE lower(t.type) = 'accesspackagecatalog' AND t.id <> ''`;

function asChange({ targets, ...row }: Row, isTold: (target: ChangedTarget) => boolean): ConfigurationChange {
  return { ...row, changes: targets.filter(isTold).flatMap(({ changes }) => changes) };
}

function isOfPackage({ type }: ChangedTarget): boolean {
  return ['accesspackage', 'accesspackageassignmentpolicy'].includes(type ?? '');
}
