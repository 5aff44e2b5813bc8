import 'server-only';
import type { Answers } from '../columns/questions';
import type { Clause } from '../filter/clause';
import type { Sort, SortField, View } from '../filter/view';
import type { AccessRequest } from '../request';
import { namesWithin } from './names';
import type { Store } from './open';
import { remembering } from './remembering';
import { type RequestKey, rowsByKey } from './rowsByKey';
import { where } from './where';

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

/** SQL for an order of requests `r`; ties fall to the request id, those of what is worth a look to the newest. */
export function orderOf({ by, descending }: Sort): string {
  const newest = by === 'worth' ? `, ${sorts.requested} DESC NULLS LAST` : '';
  return `${sorts[by]} ${descending ? 'DESC' : 'ASC'} NULLS LAST${newest}, r.request_id, r.tenant`;
}

/** A page is looked for so often when requests vanish between the question which they are and the one for them. */
const mostTurns = 3;

/**
 * One page of the requests that match, in the view's order. Which they are is asked first: one that changes between the
 * two questions is shown as it is now. Throws when requests vanish again and again meanwhile.
 */
export async function requestRows(
  store: Store,
  clauses: readonly Clause[],
  page: Page,
): Promise<AccessRequest[]> {
  for (let turn = 0; turn < mostTurns; turn++) {
    const keys = await keysOf(store, clauses, page);
    const rows = await rowsByKey(store, keys, clauses);
    if (rows.length === keys.length) return rows;
  }
  throw new Error('the requests of a page vanish again and again');
}

/** Which requests are on a page. */
async function keysOf(store: Store, clauses: readonly Clause[], page: Page): Promise<RequestKey[]> {
  const { sort, pageSize: limit } = page;
  const offset = (page.page - 1) * limit;
  const known = await store.columns?.ask(clauses, { name: 'page', sort, offset, limit });
  if (known) return known;
  const condition = where(clauses);
  return store.all<RequestKey>(
    `SELECT r.tenant, r.request_id AS "requestId" FROM requests r WHERE ${condition.sql}
     ORDER BY ${orderOf(sort)} LIMIT $limit OFFSET $offset`,
    { ...condition.bindings, limit, offset },
  );
}

/** Every request with this id in the reader's scope, one per tenant that holds it. */
export async function requestsById(
  store: Store,
  scope: readonly Clause[],
  id: string,
  tenant: string | null,
): Promise<AccessRequest[]> {
  const visible = where(scope);
  const keys = await store.all<RequestKey>(
    `SELECT r.tenant, r.request_id AS "requestId" FROM requests r
     WHERE ${visible.sql} AND r.request_id = lower($id) AND ($tenant IS NULL OR r.tenant = lower($tenant)) ORDER BY r.tenant`,
    { ...visible.bindings, id, tenant },
  );
  return rowsByKey(store, keys, scope);
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

const recallNames = remembering<Record<string, string>>(200);

/**
 * Latest names of the object ids picked in a filter; an id without a name in the data is left out, and for a
 * reader who may see a part, one that is in none of its requests.
 */
export async function namesOf(store: Store, clauses: readonly Clause[]): Promise<Record<string, string>> {
  const ids = clauses.flatMap((clause) => (clause.kind === 'any-of' ? clause.ids : []));
  if (ids.length === 0) return {};
  const scope = clauses.filter(({ kind }) => kind === 'scope');
  return recallNames(store, JSON.stringify([ids, scope]), (lasting) => namesNow(lasting, ids, scope));
}

async function namesNow(
  store: Store,
  ids: readonly string[],
  scope: readonly Clause[],
): Promise<Record<string, string>> {
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
