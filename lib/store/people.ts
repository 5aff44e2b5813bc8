import 'server-only';
import type { PeopleAnswer, PersonRow } from '../answers';
import type { Clause } from '../filter/clause';
import type { ListOrder } from '../filter/view';
import { type ListView, listPage } from './listPage';
import { isWorthALook } from './marks';
import { seconds, shareSql } from './measures';
import { namesWithin } from './names';
import type { Store } from './open';
import { where } from './where';

const orders: readonly (ListOrder & keyof PersonRow)[] = [
  'requests',
  'name',
  'worth',
  'asked',
  'received',
  'decided',
  'denied',
  'medianSeconds',
  'p5Seconds',
  'approved',
  'noReason',
  'packages',
  'lastAt',
];

/** Every part that someone has in a request: asked for it, was to receive it, or made one of its decisions. */
const listed = (condition: string, names: string) => `
WITH matching AS MATERIALIZED (
  SELECT r.tenant, r.request_id, r.package_id, r.requestor_id, r.target_id, r.worth, r.outcome, r.took, r.decisions,
    r.sources."decidedAt" AS deciding, r.first, r.first_text
  FROM requests r WHERE ${condition}
), parts AS (
  SELECT * EXCLUDE (requestor_id, target_id, outcome, took, decisions, deciding), requestor_id AS id, 'asked' AS part,
    NULL::STRUCT(verdict VARCHAR, state VARCHAR) AS decision, false AS approving, NULL::DOUBLE AS took FROM matching
  UNION ALL SELECT * EXCLUDE (requestor_id, target_id, outcome, took, decisions, deciding), target_id, 'received', NULL, false, NULL FROM matching
  UNION ALL SELECT * EXCLUDE (requestor_id, target_id, outcome, took, deciding, d), d."approverId", 'decided',
    struct_pack(verdict := d.verdict, state := d.justification.state), outcome = 'approved' AND d.record = deciding,
    CASE WHEN d.record = deciding THEN took END
  FROM (SELECT * EXCLUDE (decisions), unnest(decisions) AS d FROM matching)
), counted AS (
  SELECT r.tenant, r.id, count(DISTINCT r.request_id)::DOUBLE AS requests,
    count(DISTINCT r.request_id) FILTER (${isWorthALook})::DOUBLE AS worth,
    count(*) FILTER (part = 'asked')::DOUBLE AS asked, count(*) FILTER (part = 'received')::DOUBLE AS received,
    count(*) FILTER (part = 'decided')::DOUBLE AS decided, count(*) FILTER (decision.verdict = 'denied')::DOUBLE AS denied,
    count(*) FILTER (approving)::DOUBLE AS approved,
    ${seconds(0.5)} AS "medianSeconds", ${seconds(0.05)} AS "p5Seconds",
    count(*) FILTER (decision.state IN ('empty', 'absent'))::DOUBLE AS "noReason",
    count(DISTINCT r.package_id)::DOUBLE AS packages, arg_max(r.first_text, r.first) AS "lastAt"
  FROM parts r WHERE r.id IS NOT NULL GROUP BY r.tenant, r.id
), listed AS (
  SELECT c.*, coalesce(n.name, called.name) AS name, called.name AS "displayName", concat_ws(chr(64976), n.name, called.name) AS names,
    ${shareSql('c."noReason"', 'c.decided')} AS "noReasonShare"
  FROM counted c LEFT JOIN ${names} n ON n.tenant = c.tenant AND n.id = c.id AND n.kind = 'person'
  LEFT JOIN ${names} called ON called.tenant = c.tenant AND called.id = c.id AND called.kind = 'called'
)`;

/** One page of everyone with a part in the requests that match; `find` narrows by name, display name or id. */
export function people(
  store: Store,
  clauses: readonly Clause[],
  view: ListView,
): Promise<Omit<PeopleAnswer, 'hidden'>> {
  const condition = where(clauses);
  const names = namesWithin(clauses);
  return listPage<PersonRow>(
    store,
    listed(condition.sql, names.sql),
    { ...condition.bindings, ...names.bindings },
    orders,
    view,
  );
}

/** How many of the requests that match name nobody by an id, and so are in none of the list. */
export async function withoutPeople(store: Store, clauses: readonly Clause[]): Promise<number> {
  const condition = where(clauses);
  const [found] = await store.all<{ n: number }>(
    `SELECT count(*)::DOUBLE AS n FROM requests r WHERE ${condition.sql}
       AND r.requestor_id IS NULL AND r.target_id IS NULL AND len(r.approver_ids) = 0`,
    condition.bindings,
  );
  return found?.n ?? 0;
}

/** One person's row, in the one tenant that the clauses leave; null when they have no part in what matches. */
export async function personRow(
  store: Store,
  clauses: readonly Clause[],
  id: string,
): Promise<PersonRow | null> {
  const condition = where(clauses);
  const names = namesWithin(clauses);
  const [found] = await store.all<PersonRow>(
    `${listed(condition.sql, names.sql)} SELECT * EXCLUDE (names) FROM listed WHERE id = $id`,
    { ...condition.bindings, ...names.bindings, id },
  );
  return found ?? null;
}
