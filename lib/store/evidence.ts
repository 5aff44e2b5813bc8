import 'server-only';
import type { Clause } from '../filter/clause';
import type { RequestDetail } from '../request';
import type { Store } from './open';
import { receivedRecords } from './receivedRecords';
import { visibleKeys } from './visibleKeys';

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
  const visible = [...(await visibleKeys(store, scope, tenant, others))];
  if (visible.length === 0) return [];
  return receivedRecords(
    store,
    `FROM events e SEMI JOIN (SELECT unnest(from_json($keys, '["VARCHAR"]')) AS key) n ON n.key = e.key WHERE e.tenant = $tenant`,
    { tenant, keys: JSON.stringify(visible) },
  );
}
