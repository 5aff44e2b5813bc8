import 'server-only';
import type { Clause } from '../filter/clause';
import type { AccessRequest } from '../request';
import type { Bindings, Store } from './open';
import { removalsWithin } from './removalsWithin';
import { type Beside, type Kept, keptIn, requestOf } from './row';
import { where } from './where';

/** Tells a request among all. */
export interface RequestKey {
  tenant: string;
  requestId: string;
}

type Found = RequestKey &
  Pick<Beside, 'marks' | 'removedAt' | 'removedRecord'> & { row: string; workspaces: string[] | null };

/**
 * The requests with these keys as they are now, in their order, without those that are not there or not in the scope
 * among `clauses`. They are found by the index of ids, which DuckDB uses where a list of ids is the only condition, and
 * their names of today in a second question: to join these takes longer than all the rest. `removals` is a relation of
 * the removals that the reader may know.
 */
export async function rowsByKey(
  store: Pick<Store, 'all'>,
  keys: readonly RequestKey[],
  clauses: readonly Clause[],
  removals = removalsWithin(clauses),
): Promise<AccessRequest[]> {
  if (keys.length === 0) return [];
  const visible = where(clauses.filter(({ kind }) => kind === 'scope'));
  const ids: Bindings = Object.fromEntries(keys.map(({ requestId }, place) => [`key_${place}`, requestId]));
  const rows = await store.all<Found>(
    `WITH found AS MATERIALIZED (
       SELECT tenant, request_id, package_id, workspaces, marks, "row" FROM requests
       WHERE request_id IN (${keys.map((_, place) => `$key_${place}`).join(', ')}))
     SELECT r.tenant, r.request_id AS "requestId", r."row", r.workspaces, r.marks::DOUBLE AS marks, removed.at_text AS "removedAt", removed.record AS "removedRecord"
     FROM found r LEFT JOIN ${removals.sql} removed ON removed.tenant = r.tenant AND removed.request_id = r.request_id
     WHERE ${visible.sql}`,
    { ...ids, ...visible.bindings, ...removals.bindings },
  );
  const found = new Map(rows.map((row) => [keyOf(row), { ...row, kept: keptIn(row.row) }]));
  const known = await namesNow(
    store,
    [...found.values()].map(({ kept }) => kept),
  );
  return keys.flatMap((key) => {
    const each = found.get(keyOf(key));
    if (each === undefined) return [];
    const { workspaces, kept, marks, removedAt, removedRecord } = each;
    const nameOf = (kind: string, id: string | null) => {
      const name = known.get(JSON.stringify([kind, kept.tenant, id]));
      return name && isKnownIn(name, workspaces) ? name.name : null;
    };
    return requestOf(kept, {
      marks,
      removedAt,
      removedRecord,
      packageNow: nameOf('package', kept.packageId),
      policyNow: nameOf('policy', kept.policyId),
      requestorNow: nameOf('person', kept.requestorId),
      targetNow: nameOf('person', kept.targetId),
    });
  });
}

const keyOf = ({ tenant, requestId }: RequestKey) => JSON.stringify([tenant, requestId]);

interface Name {
  kind: string;
  tenant: string;
  id: string;
  name: string;
  workspaces: string[] | null;
}

/** What the objects of some requests are called today, by kind, tenant and id. */
async function namesNow(store: Pick<Store, 'all'>, rows: readonly Kept[]): Promise<Map<string, Name>> {
  const ids = new Set(
    rows
      .flatMap(({ packageId, policyId, requestorId, targetId }) => [
        packageId,
        policyId,
        requestorId,
        targetId,
      ])
      .filter((id) => id !== null),
  );
  const names = await store.all<Name>(
    `SELECT kind, tenant, id, name, workspaces FROM names
     WHERE kind <> 'called' AND id IN (SELECT unnest(from_json($ids, '["VARCHAR"]')))`,
    { ids: JSON.stringify([...ids]) },
  );
  return new Map(names.map((name) => [JSON.stringify([name.kind, name.tenant, name.id]), name]));
}

/** As `isKnownIn` of `./names` says it in SQL. */
function isKnownIn({ workspaces: named }: Name, workspaces: readonly string[] | null): boolean {
  if (named === null || workspaces === null) return named === null;
  return named.some((id) => workspaces.includes(id));
}
