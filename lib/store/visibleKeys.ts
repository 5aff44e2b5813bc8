import 'server-only';
import type { Clause } from '../filter/clause';
import type { Store } from './open';
import { scoped, where } from './where';

/**
 * Those of some keys of one tenant whose audit records the reader may see: a record of requests where one of them is in
 * the scope, any other where it names one package, which is. Of either, the workspaces must be in the scope as well.
 */
export async function visibleKeys(
  store: Store,
  scope: readonly Clause[],
  tenant: string,
  keys: readonly string[],
): Promise<ReadonlySet<string>> {
  if (scope.length === 0 || keys.length === 0) return new Set(keys);
  const visible = where(scope);
  const ofRequest = scoped(scope, { package: 'r.package_id', workspaces: 'e.workspaces' });
  const alone = scoped(scope, {
    package: 'CASE WHEN e.packages = 1 THEN e.package_id END',
    workspaces: 'e.workspaces',
  });
  const found = await store.all<{ key: string }>(
    `WITH named AS MATERIALIZED (
       SELECT e.* FROM events e SEMI JOIN (SELECT unnest(from_json($keys, '["VARCHAR"]')) AS key) n ON n.key = e.key WHERE e.tenant = $tenant
     ), linked AS MATERIALIZED (SELECT l.* FROM links l SEMI JOIN named n ON n.tenant = l.tenant AND n.key = l.key)
     SELECT e.key FROM named e JOIN linked l ON l.tenant = e.tenant AND l.key = e.key
     JOIN requests r ON r.tenant = l.tenant AND r.request_id = l.request_id WHERE ${visible.sql} AND ${ofRequest.sql}
     UNION SELECT e.key FROM named e ANTI JOIN linked l ON l.tenant = e.tenant AND l.key = e.key WHERE ${alone.sql}`,
    { ...visible.bindings, ...ofRequest.bindings, ...alone.bindings, tenant, keys: JSON.stringify(keys) },
  );
  return new Set(found.map(({ key }) => key));
}
