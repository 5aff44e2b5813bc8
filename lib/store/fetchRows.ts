import 'server-only';
import type { Clause } from '../filter/clause';
import type { AccessRequest } from '../request';
import type { Store } from './open';
import { type Beside, type Kept, keptIn, requestOf } from './row';
import type { RequestKey } from './rowsByKey';
import { type Condition, where } from './where';

/** What is fetched of a request. */
export const rowColumns = 'tenant, request_id, package_id, workspaces, marks, "row"';

type Found = RequestKey &
  Pick<Beside, 'marks' | 'removedAt' | 'removedRecord'> & { row: string; workspaces: string[] | null };

/**
 * Fetches the requests of the relation `among`, which has `rowColumns`, that lie in the scope among `clauses`, and
 * answers what makes each of them out of its text: null for one that is not among them. `removals` is a relation of the
 * removals that the reader may know. The names of today come from a second question: to join these takes longer than
 * all the rest.
 */
export async function fetchRows(
  store: Pick<Store, 'all'>,
  among: Condition,
  clauses: readonly Clause[],
  removals: Condition,
): Promise<(key: RequestKey) => AccessRequest | null> {
  const visible = where(clauses.filter(({ kind }) => kind === 'scope'));
  const rows = await store.all<Found>(
    `WITH found AS MATERIALIZED ${among.sql}
     SELECT r.tenant, r.request_id AS "requestId", r."row", r.workspaces, r.marks::DOUBLE AS marks, removed.at_text AS "removedAt", removed.record AS "removedRecord"
     FROM found r LEFT JOIN ${removals.sql} removed ON removed.tenant = r.tenant AND removed.request_id = r.request_id
     WHERE ${visible.sql}`,
    { ...among.bindings, ...visible.bindings, ...removals.bindings },
  );
  const found = byText(
    rows.map((row) => ({ ...row, kept: keptIn(row.row) })),
    ({ requestId }) => requestId,
  );
  const known = await namesNow(
    store,
    [...found.values()].flat().map(({ kept }) => kept),
  );
  return ({ tenant, requestId }) => {
    const each = found.get(requestId)?.find((row) => row.tenant === tenant);
    if (each === undefined) return null;
    const { workspaces, kept, marks, removedAt, removedRecord } = each;
    const nameOf = (kind: string, id: string | null) => {
      const names = id === null ? undefined : known.get(id);
      const name = names?.find((one) => one.kind === kind && one.tenant === tenant);
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
  };
}

interface Name {
  kind: string;
  tenant: string;
  id: string;
  name: string;
  workspaces: string[] | null;
}

/** What the objects of some requests are called today, by id. */
async function namesNow(store: Pick<Store, 'all'>, rows: readonly Kept[]): Promise<Map<string, Name[]>> {
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
  return byText(names, ({ id }) => id);
}

/** As `isKnownIn` of `./names` says it in SQL. */
function isKnownIn({ workspaces: named }: Name, workspaces: readonly string[] | null): boolean {
  if (named === null || workspaces === null) return named === null;
  return named.some((id) => workspaces.includes(id));
}

/** The few that share a text: ids are all but unique, and tenants tell those that are not. */
function byText<T>(all: readonly T[], text: (each: T) => string): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const each of all) {
    const same = found.get(text(each));
    if (same === undefined) found.set(text(each), [each]);
    else same.push(each);
  }
  return found;
}
