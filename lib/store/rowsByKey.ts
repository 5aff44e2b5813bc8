import 'server-only';
import type { Clause } from '../filter/clause';
import type { AccessRequest } from '../request';
import { fetchRows, rowColumns } from './fetchRows';
import type { Store } from './open';
import { removalsWithin } from './removalsWithin';
import type { Condition } from './where';

/** Tells a request among all. */
export interface RequestKey {
  tenant: string;
  requestId: string;
}

/**
 * The requests with these keys as they are now, in their order, without those that are not there or not in the scope
 * among `clauses`. They are found by the index of ids, which DuckDB uses where a list of ids is the only condition.
 */
export async function rowsByKey(
  store: Pick<Store, 'all'>,
  keys: readonly RequestKey[],
  clauses: readonly Clause[],
): Promise<AccessRequest[]> {
  if (keys.length === 0) return [];
  const requestWith = await fetchRows(store, withIds(keys), clauses, removalsWithin(clauses));
  return keys.map(requestWith).filter((request) => request !== null);
}

function withIds(keys: readonly RequestKey[]): Condition {
  return {
    sql: `(SELECT ${rowColumns} FROM requests WHERE request_id IN (${keys.map((_, place) => `$key_${place}`).join(', ')}))`,
    bindings: Object.fromEntries(keys.map(({ requestId }, place) => [`key_${place}`, requestId])),
  };
}
