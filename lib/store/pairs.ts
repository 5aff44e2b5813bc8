import 'server-only';
import type { Pair } from '../answers';
import type { Clause } from '../filter/clause';
import { seconds } from './measures';
import { namesWithin } from './names';
import type { Store } from './open';
import { where } from './where';

const most = 50;

/** A request counts once for an approver, in however many of its stages they approved. */
const sql = (condition: string, names: string, which: string) => `
WITH approvals AS (
  SELECT DISTINCT tenant, request_id, requestor_id, asked_by, took, d."approverId" AS approver_id,
    CASE WHEN d."approverId" IS NULL THEN coalesce(d.approver, d."approverName") END AS approved_by
  FROM (SELECT r.tenant, r.request_id, r.requestor_id, r.took, unnest(r.decisions) AS d,
      CASE WHEN r.requestor_id IS NULL THEN coalesce(r.requestor, r.requestor_name) END AS asked_by
    FROM requests r WHERE ${condition})
  WHERE d.verdict = 'approved' AND ${which}
), paired AS (
  SELECT tenant, approver_id, approved_by, requestor_id, asked_by, count(*)::DOUBLE AS requests, ${seconds(0.5)} AS "medianSeconds"
  FROM approvals r GROUP BY tenant, approver_id, approved_by, requestor_id, asked_by
)
SELECT p.approver_id AS "approverId", coalesce(approver.name, approver_called.name, p.approved_by) AS approver,
  p.requestor_id AS "requestorId", coalesce(requestor.name, requestor_called.name, p.asked_by) AS requestor, p.requests, p."medianSeconds"
FROM paired p ${(['approver', 'requestor'] as const)
  .map(
    (part) => `
LEFT JOIN ${names} ${part} ON ${part}.tenant = p.tenant AND ${part}.id = p.${part}_id AND ${part}.kind = 'person'
LEFT JOIN ${names} ${part}_called ON ${part}_called.tenant = p.tenant AND ${part}_called.id = p.${part}_id AND ${part}_called.kind = 'called'`,
  )
  .join('')}
ORDER BY p.requests DESC, "approverId" NULLS LAST, "requestorId" NULLS LAST, approver, requestor LIMIT ${most}`;

/** Who approved whom most among the requests that match, of one approver or requestor when `of` names one. */
export function pairs(
  store: Store,
  clauses: readonly Clause[],
  of: { approver: string } | { requestor: string } | null = null,
): Promise<Pair[]> {
  const condition = where(clauses);
  const names = namesWithin(clauses);
  const bindings = { ...condition.bindings, ...names.bindings };
  if (of === null) return store.all<Pair>(sql(condition.sql, names.sql, 'true'), bindings);
  const [which, id] =
    'approver' in of ? ['d."approverId" = $id', of.approver] : ['requestor_id = $id', of.requestor];
  return store.all<Pair>(sql(condition.sql, names.sql, which), { ...bindings, id });
}
