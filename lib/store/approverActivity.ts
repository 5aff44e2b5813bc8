import 'server-only';
import type { Clause } from '../filter/clause';
import type { AccessRequest, ApproverActivity } from '../request';
import { seconds } from './measures';
import type { Store } from './open';
import { where } from './where';

/** What else the approvers of one request did before they decided on it, in the tenant and scope of the reader. */
export function approverActivity(
  store: Store,
  scope: readonly Clause[],
  { tenant, requestId }: Pick<AccessRequest, 'tenant' | 'requestId'>,
): Promise<ApproverActivity[]> {
  const visible = where(scope);
  return store.all<ApproverActivity>(sql(visible.sql), { ...visible.bindings, tenant, id: requestId });
}

const days = (number: number) => `INTERVAL ${number} DAY`;

const sql = (visible: string) => `
WITH here AS (
  SELECT d."approverId" AS id, arg_max(d.approver, CAST(d."at" AS TIMESTAMP_NS)) AS approver,
    min(CAST(d."at" AS TIMESTAMP_NS)) AS first_at, max(CAST(d."at" AS TIMESTAMP_NS)) AS last_at
  FROM (SELECT unnest(decisions) AS d FROM requests WHERE tenant = $tenant AND request_id = $id)
  WHERE d."approverId" IS NOT NULL GROUP BY ALL
), theirs AS MATERIALIZED (
  SELECT r.request_id, r.took, r.decided, r.decisions, r.approver_ids FROM requests r
  WHERE ${visible} AND r.tenant = $tenant AND list_has_any(r.approver_ids, (SELECT list(id) FROM here))
), counted AS (
  SELECT h.id, count(*) FILTER (t.instant > h.last_at - ${days(30)})::DOUBLE AS "decisions30d",
    count(*) FILTER (t.instant <= h.last_at - ${days(30)} AND t.instant > h.last_at - ${days(60)})::DOUBLE AS "decisionsBefore30d"
  FROM here h JOIN (SELECT d."approverId" AS id, CAST(d."at" AS TIMESTAMP_NS) AS instant
    FROM (SELECT unnest(decisions) AS d FROM theirs)) t ON t.id = h.id AND t.instant <= h.last_at
  GROUP BY h.id
), paced AS (
  SELECT h.id, count(r.took)::DOUBLE AS "of", ${seconds(0.5)} AS "medianSeconds"
  FROM here h JOIN (SELECT request_id, took, decided, unnest(approver_ids) AS id FROM theirs) r
    ON r.id = h.id AND r.request_id <> $id AND r.decided < h.last_at AND r.decided >= h.last_at - ${days(180)}
  GROUP BY h.id
)
SELECT h.id AS "approverId", h.approver, c."decisions30d", c."decisionsBefore30d", p."medianSeconds", coalesce(p."of", 0) AS "of"
FROM here h JOIN counted c ON c.id = h.id LEFT JOIN paced p ON p.id = h.id ORDER BY h.first_at, h.id`;
