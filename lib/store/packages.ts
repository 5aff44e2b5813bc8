import 'server-only';
import type { PackageRow, PackagesAnswer } from '../answers';
import type { Clause } from '../filter/clause';
import type { ListOrder } from '../filter/view';
import { type ListView, listPage } from './listPage';
import { isWorthALook } from './marks';
import { isNoHuman, isNoReason, seconds, shareSql } from './measures';
import { namesWithin } from './names';
import type { Store } from './open';
import { where } from './where';

const orders: readonly (ListOrder & keyof PackageRow)[] = [
  'requests',
  'name',
  'worth',
  'byPeople',
  'medianSeconds',
  'p5Seconds',
  'noHuman',
  'noReason',
  'denied',
  'pending',
  'approvers',
  'requestors',
  'lastAt',
];

const listed = (condition: string, names: string) => `
WITH matching AS MATERIALIZED (
  SELECT r.tenant, r.package_id, r.worth, r.outcome, r.reason_state, r.took, r.requestor_id, r.approver_ids, r.first, r.first_text
  FROM requests r WHERE ${condition} AND r.package_id IS NOT NULL
), deciding AS (
  SELECT tenant, package_id, count(DISTINCT approver_id)::DOUBLE AS approvers
  FROM (SELECT tenant, package_id, unnest(approver_ids) AS approver_id FROM matching) GROUP BY ALL
), counted AS (
  SELECT r.tenant, r.package_id AS id, count(*)::DOUBLE AS requests, count(*) FILTER (${isWorthALook})::DOUBLE AS worth,
    count(r.took)::DOUBLE AS "byPeople",
    ${seconds(0.5)} AS "medianSeconds", ${seconds(0.05)} AS "p5Seconds",
    count(*) FILTER (${isNoHuman})::DOUBLE AS "noHuman", count(*) FILTER (${isNoReason})::DOUBLE AS "noReason",
    count(*) FILTER (r.outcome = 'denied')::DOUBLE AS denied, count(*) FILTER (r.outcome = 'pending')::DOUBLE AS pending,
    count(DISTINCT r.requestor_id)::DOUBLE AS requestors, arg_max(r.first_text, r.first) AS "lastAt"
  FROM matching r GROUP BY r.tenant, r.package_id
), listed AS (
  SELECT c.*, n.name, n.name AS names, coalesce(d.approvers, 0) AS approvers,
    ${shareSql('c."noHuman"', 'c.requests')} AS "noHumanShare", ${shareSql('c."noReason"', 'c.requests')} AS "noReasonShare"
  FROM counted c LEFT JOIN deciding d ON d.tenant = c.tenant AND d.package_id = c.id
  LEFT JOIN ${names} n ON n.tenant = c.tenant AND n.id = c.id AND n.kind = 'package'
)`;

/** One page of the packages of the requests that match, in the view's order; `find` narrows by name or id. */
export function packages(
  store: Store,
  clauses: readonly Clause[],
  view: ListView,
): Promise<Omit<PackagesAnswer, 'hidden'>> {
  const condition = where(clauses);
  const names = namesWithin(clauses);
  return listPage<PackageRow>(
    store,
    listed(condition.sql, names.sql),
    { ...condition.bindings, ...names.bindings },
    orders,
    view,
  );
}

/** How many of the requests that match name no package, and so are in none of the list. */
export async function withoutPackage(store: Store, clauses: readonly Clause[]): Promise<number> {
  const condition = where(clauses);
  const [found] = await store.all<{ n: number }>(
    `SELECT count(*)::DOUBLE AS n FROM requests r WHERE ${condition.sql} AND r.package_id IS NULL`,
    condition.bindings,
  );
  return found?.n ?? 0;
}
