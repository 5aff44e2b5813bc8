import 'server-only';
import type { Answers } from '../columns/questions';
import type { Clause } from '../filter/clause';
import type { Sort, SortField, View } from '../filter/view';
import type { AccessRequest } from '../request';
import { isKnownIn, namesWithin } from './names';
import type { Store } from './open';
import { type Beside, requestOf } from './row';
import { type Condition, scoped, where } from './where';

/** Each sort word of the view and the column it orders by; absent values come last either way. */
const sorts = {
  worth: 'r.worth',
  requested: 'coalesce(r.requested, r.first)',
  decided: 'coalesce(r.decided, r.first)',
  first: 'r.first',
  took: 'r.took',
  package: 'lower(r.package)',
  requestor: 'lower(coalesce(r.requestor, r.requestor_name))',
  target: 'lower(coalesce(r.target, r.target_name))',
  outcome: 'r.outcome',
  delivery: 'r.delivery',
  kind: 'r.kind',
} satisfies Record<SortField, string>;

/** Which slice of the rows, in which order; pages count from one. */
export type Page = Pick<View, 'sort' | 'page' | 'pageSize'>;

/** SQL for the columns of `Beside`, from `requests r` and what `besideRow` joins to it. */
export const besideColumns = `r.marks::DOUBLE AS marks, removed.at_text AS "removedAt", removed.record AS "removedRecord",
  package_now.name AS "packageNow", policy_now.name AS "policyNow", requestor_now.name AS "requestorNow", target_now.name AS "targetNow"`;

/**
 * SQL that joins what lies beside a request `r`: its removal, and the names of today. A removal that is told by a
 * record outside the scope among `clauses` is not known.
 */
export function besideRow(clauses: readonly Clause[]): Condition {
  const bounds = clauses.filter(
    (clause) => clause.kind === 'scope' && clause.grants.some(({ workspaces }) => workspaces !== null),
  );
  const { sql, bindings } = scoped(bounds, { package: 'e.package_id', workspaces: 'e.workspaces' });
  const known =
    bounds.length === 0
      ? 'removed'
      : `(SELECT d.* FROM removed d JOIN events e ON e.tenant = d.tenant AND e.key = d.record WHERE ${sql}) removed`;
  return {
    sql: `LEFT JOIN ${known} ON removed.tenant = r.tenant AND removed.request_id = r.request_id${namesBeside}`,
    bindings,
  };
}

const namesBeside = `${(['package', 'policy', 'requestor', 'target'] as const)
  .map(
    (field) => `
LEFT JOIN names ${field}_now ON ${field}_now.tenant = r.tenant AND ${field}_now.id = r.${field}_id
  AND ${field}_now.kind = '${field === 'package' || field === 'policy' ? field : 'person'}' AND ${isKnownIn(`${field}_now`, 'r.workspaces')}`,
  )
  .join('')}`;

/** SQL for an order of requests `r`; ties fall to the request id, those of what is worth a look to the newest. */
export function orderOf({ by, descending }: Sort): string {
  const newest = by === 'worth' ? `, ${sorts.requested} DESC NULLS LAST` : '';
  return `${sorts[by]} ${descending ? 'DESC' : 'ASC'} NULLS LAST${newest}, r.request_id, r.tenant`;
}

/** One page of the requests that match, in the view's order. */
export async function requestRows(
  store: Store,
  clauses: readonly Clause[],
  page: Page,
): Promise<AccessRequest[]> {
  return (await rowsOfColumns(store, clauses, page)) ?? rowsInDuckDB(store, clauses, page);
}

async function rowsInDuckDB(store: Store, clauses: readonly Clause[], page: Page): Promise<AccessRequest[]> {
  const condition = where(clauses);
  const beside = besideRow(clauses);
  const order = orderOf(page.sort);
  const rows = await store.all<Found>(
    `WITH page AS MATERIALIZED (SELECT r.id, row_number() OVER (ORDER BY ${order}) AS place FROM (
       SELECT r.*, r.rowid AS id FROM requests r WHERE ${condition.sql} ORDER BY ${order} LIMIT $limit OFFSET $offset) r)
     SELECT r."row", ${besideColumns} FROM page p JOIN requests r ON r.rowid = p.id ${beside.sql} ORDER BY p.place`,
    {
      ...condition.bindings,
      ...beside.bindings,
      limit: page.pageSize,
      offset: (page.page - 1) * page.pageSize,
    },
  );
  return rows.map(asRequest);
}

/**
 * The same where the columns say which requests they are and in what order; null where they do not. A request that is
 * no longer there has them asked once more.
 */
async function rowsOfColumns(
  store: Store,
  clauses: readonly Clause[],
  page: Page,
): Promise<AccessRequest[] | null> {
  const { sort, pageSize: limit } = page;
  const beside = besideRow(clauses);
  const visible = where(clauses.filter(({ kind }) => kind === 'scope'));
  for (let turn = 0; turn < 2; turn++) {
    const places = await store.columns?.ask(clauses, {
      name: 'page',
      sort,
      offset: (page.page - 1) * limit,
      limit,
    });
    if (!places) return null;
    const rows = await store.all<Found & { place: number }>(
      `SELECT r."row", ${besideColumns}, p.place::DOUBLE AS place
       FROM (SELECT unnest(from_json($tenants, '["VARCHAR"]')) AS tenant, unnest(from_json($ids, '["VARCHAR"]')) AS id,
         generate_subscripts(from_json($ids, '["VARCHAR"]'), 1) AS place) p
       JOIN requests r ON r.request_id = p.id AND r.tenant = p.tenant ${beside.sql}
       WHERE ${visible.sql} ORDER BY p.place`,
      {
        ...beside.bindings,
        ...visible.bindings,
        tenants: JSON.stringify(places.map(({ tenant }) => tenant)),
        ids: JSON.stringify(places.map(({ requestId }) => requestId)),
      },
    );
    if (rows.length === places.length) return rows.map(({ place: _, ...row }) => asRequest(row));
  }
  return null;
}

/** A row as SQL answers it. */
type Found = Beside & { row: string };

function asRequest({ row, ...beside }: Found): AccessRequest {
  return requestOf(row, beside);
}

/** Every request with this id in the reader's scope, one per tenant that holds it. */
export async function requestsById(
  store: Store,
  scope: readonly Clause[],
  id: string,
  tenant: string | null,
): Promise<AccessRequest[]> {
  const visible = where(scope);
  const beside = besideRow(scope);
  const rows = await store.all<Found>(
    `SELECT r."row", ${besideColumns} FROM requests r ${beside.sql}
     WHERE ${visible.sql} AND r.request_id = lower($id) AND ($tenant IS NULL OR r.tenant = lower($tenant)) ORDER BY r.tenant`,
    { ...visible.bindings, ...beside.bindings, id, tenant },
  );
  return rows.map(asRequest);
}

/** How many requests match, and how many of them have no request time or no decision time. */
export async function requestCounts(
  store: Store,
  clauses: readonly Clause[],
): Promise<{ total: number; unrequested: number; undecided: number }> {
  const condition = where(clauses);
  const answered = await store.columns?.ask(clauses, { name: 'counts' });
  const [found] =
    answered ??
    (await store.all<Answers['counts']>(
      countsSql(`(SELECT * FROM requests r WHERE ${condition.sql})`),
      condition.bindings,
    ));
  return found ?? { total: 0, unrequested: 0, undecided: 0 };
}

/** SQL that counts the requests of a relation, and those of them without a request time or a decision time. */
export const countsSql = (requests: string) =>
  `
SELECT count(*)::DOUBLE AS total, count(*) FILTER (r.requested IS NULL)::DOUBLE AS unrequested,
  count(*) FILTER (r.decided IS NULL)::DOUBLE AS undecided
FROM ${requests} r`;

/**
 * Latest names of the object ids picked in a filter; an id without a name in the data is left out, and for a
 * reader who may see a part, one that is in none of its requests.
 */
export async function namesOf(store: Store, clauses: readonly Clause[]): Promise<Record<string, string>> {
  const ids = clauses.flatMap((clause) => (clause.kind === 'any-of' ? clause.ids : []));
  if (ids.length === 0) return {};
  const scope = clauses.filter(({ kind }) => kind === 'scope');
  const visible = where(scope);
  const names = namesWithin(scope);
  const found = await store.all<{ id: string; name: string }>(
    `SELECT id, coalesce(min(name) FILTER (kind <> 'called'), min(name)) AS name FROM ${names.sql}
     WHERE list_contains(from_json($ids, '["VARCHAR"]'), id) ${scope.length === 0 ? '' : `AND (tenant, id) IN (${idsOf(visible.sql)})`} GROUP BY id`,
    { ids: JSON.stringify(ids), ...visible.bindings, ...names.bindings },
  );
  return Object.fromEntries(found.map(({ id, name }) => [id, name]));
}

/** SQL for every object id of the requests that meet a condition. */
const idsOf = (condition: string) => `
SELECT tenant, unnest(list_concat([r.package_id, r.policy_id, r.requestor_id, r.target_id], r.approver_ids))
FROM requests r WHERE ${condition}`;
