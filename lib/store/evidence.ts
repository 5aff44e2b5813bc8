import 'server-only';
import type { Clause } from '../filter/clause';
import type { RequestDetail } from '../request';
import type { Store } from './open';
import { receivedRecords } from './receivedRecords';
import { scoped } from './where';

/** The audit records with these keys that the reader may see and that are not among the request's own, oldest first. */
export async function evidence(
  store: Store,
  scope: readonly Clause[],
  tenant: string,
  keys: readonly string[],
  own: RequestDetail['records'],
): Promise<RequestDetail['evidence']> {
  const known = new Set(own.map(({ key }) => key));
  const others = [...new Set(keys)].filter((key) => !known.has(key));
  if (others.length === 0) return [];
  const visible = scoped(scope, { package: 'e.package_id', workspaces: 'e.workspaces' });
  return receivedRecords(
    store,
    `FROM events e WHERE e.tenant = $tenant AND list_contains(from_json($keys, '["VARCHAR"]'), e.key) AND ${visible.sql}`,
    { ...visible.bindings, tenant, keys: JSON.stringify(others) },
  );
}
