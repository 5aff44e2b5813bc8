import 'server-only';
import type { HuntingAnswer, HuntingRow, MissedRequest } from '../answers';
import type { Clause } from '../filter/clause';
import { holdableBound } from './instant';
import { missedReasons, unexplained } from './missedReasons';
import type { Bindings, Store } from './open';
import { where } from './where';

/** UTC ISO 8601 bounds on `TimeGenerated`, end exclusive; null leaves that side open. */
export interface HuntingRange {
  from: string | null;
  to: string | null;
}

/** One page (counted from one) of the rows and of the missed requests; null answers everything. */
export type HuntingPage = { page: number; pageSize: number } | null;

/**
 * The rows that the published hunting query returns for these records, with its own multiplicity (duplicate
 * record ids removed), and the requests of the same range that it cannot see. For a reader with a scope it is as
 * if there were no records but those of the requests in it.
 */
export async function huntingQuery(
  store: Store,
  scope: readonly Clause[],
  range: HuntingRange,
  page: HuntingPage,
): Promise<HuntingAnswer> {
  const visible = where(scope);
  const bound = boundTo(range, null, visible.bindings);
  const kqlRows = rowsWithin(scope.length === 0 ? null : visible.sql);
  const missedRequests = missedWithin(visible.sql);
  const slice: Bindings = {
    limit: page ? page.pageSize : null,
    offset: page ? (page.page - 1) * page.pageSize : 0,
  };
  const [rows, total, missed, missedTotal, missedByReason] = await Promise.all([
    store.all<HuntingRow>(`${kqlRows} ${columns} LIMIT $limit OFFSET $offset`, { ...bound, ...slice }),
    store.all<{ n: number }>(`${kqlRows} SELECT count(*)::DOUBLE AS n FROM answer`, bound),
    store.all<MissedRequest>(`${kqlRows}, ${missedRequests} ${missedColumns} LIMIT $limit OFFSET $offset`, {
      ...bound,
      ...slice,
    }),
    store.all<{ n: number }>(`${kqlRows}, ${missedRequests} SELECT count(*)::DOUBLE AS n FROM missed`, bound),
    store.all<HuntingAnswer['missedReasons'][number]>(
      `${kqlRows}, ${missedRequests}
       SELECT reason.code AS code, reason.text AS text, count(*)::DOUBLE AS requests
       FROM (SELECT unnest(reasons) AS reason FROM missed) GROUP BY ALL ORDER BY requests DESC, code`,
      bound,
    ),
  ]);
  return {
    rows,
    total: total[0]?.n ?? 0,
    missed,
    missedTotal: missedTotal[0]?.n ?? 0,
    missedReasons: missedByReason,
  };
}

/** All rows of the published query over the records read from one Log Analytics workspace. */
export function huntingRows(
  store: Store,
  scope: readonly Clause[],
  range: HuntingRange,
  workspace: string,
): Promise<HuntingRow[]> {
  const visible = where(scope);
  const rows = rowsWithin(scope.length === 0 ? null : visible.sql);
  return store.all<HuntingRow>(`${rows} ${columns}`, boundTo(range, workspace, visible.bindings));
}

function boundTo({ from, to }: HuntingRange, workspace: string | null, visible: Bindings): Bindings {
  return { from: holdableBound(from), to: holdableBound(to), workspace, ...visible };
}

/** One `unnest` a level gives the cross product of `mv-apply`; two in one SELECT would pair them up instead. */
const rowsWithin = (visible: string | null) => `
WITH ${visible === null ? '' : `visible AS (SELECT r.tenant, r.request_id FROM requests r WHERE ${visible}), `}bounded AS (
  SELECT * FROM events ${visible === null ? '' : 'SEMI JOIN (SELECT * FROM links SEMI JOIN visible USING (tenant, request_id)) USING (tenant, key)'}
  WHERE operation IN ('User requests access package assignment', 'Approve access package assignment request', 'Request approved')
    AND ($from IS NULL OR generated >= CAST($from AS TIMESTAMP_NS)) AND ($to IS NULL OR generated < CAST($to AS TIMESTAMP_NS))
    AND ($workspace IS NULL OR list_contains(workspaces, $workspace))
), justified AS (
  SELECT *, unnest(kql_justifications) AS justification FROM bounded
), asked AS (
  SELECT tenant, generated, min(generated_text) AS "TimeRequested", "AccessPackageName", "RequestedBy", "RequestorJustification", "CorrelationId", "RequestID"
  FROM (SELECT *, unnest(kql_packages) AS "AccessPackageName" FROM (
    SELECT tenant, generated, generated_text, kql_packages, coalesce(actor, '') AS "RequestedBy", justification AS "RequestorJustification",
      correlation_id AS "CorrelationId", unnest(kql_requests) AS "RequestID"
    FROM justified WHERE operation = 'User requests access package assignment'))
  GROUP BY ALL
), approved AS (
  SELECT generated AS approved_at, generated_text AS "ApprovedTime", actor AS "ApprovedBy", correlation_id AS "CorrelationId"
  FROM bounded WHERE operation = 'Approve access package assignment request'
), decided AS (
  SELECT justification AS "ApproverJustification", unnest(kql_others) AS "RequestID"
  FROM justified WHERE operation = 'Request approved'
), answer AS (
  SELECT a.*, p.approved_at, p."ApprovedTime", p."ApprovedBy", coalesce(d."ApproverJustification", '') AS "ApproverJustification"
  FROM asked a JOIN approved p ON p."CorrelationId" = a."CorrelationId" LEFT JOIN decided d ON d."RequestID" = a."RequestID"
  ${visible === null ? '' : 'SEMI JOIN visible v ON v.tenant = a.tenant AND v.request_id = lower(a."RequestID")'}
)`;

const columns = `
SELECT "TimeRequested", "AccessPackageName", "RequestedBy", "RequestorJustification", "ApprovedTime", "ApprovedBy",
  "ApproverJustification", "CorrelationId", "RequestID"
FROM answer ORDER BY generated, "RequestID", approved_at, "ApprovedBy", "ApproverJustification", "AccessPackageName",
  "RequestorJustification", "RequestedBy", "CorrelationId"`;

/** What each request has for the query, inside the range and at all. */
const missedWithin = (visible: string) => `
had AS (
  SELECT l.tenant, l.request_id,
    bool_or(($from IS NULL OR e.generated >= CAST($from AS TIMESTAMP_NS)) AND ($to IS NULL OR e.generated < CAST($to AS TIMESTAMP_NS))) AS in_range,
    bool_or(e.operation = 'User requests access package assignment') AS asked_ever,
    bool_or(e.operation = 'Approve access package assignment request') AS approved_ever
  FROM links l JOIN events e ON e.tenant = l.tenant AND e.key = l.key WHERE e.class <> 'context' GROUP BY ALL
), inside AS (
  SELECT l.tenant, l.request_id,
    bool_or(e.operation = 'User requests access package assignment') AS asked,
    bool_or(e.operation = 'User requests access package assignment' AND len(coalesce(e.kql_justifications, [])) > 0) AS reasoned,
    bool_or(e.operation = 'User requests access package assignment' AND len(coalesce(e.kql_packages, [])) > 0) AS packaged,
    bool_or(e.operation = 'User requests access package assignment' AND len(coalesce(e.kql_requests, [])) > 0) AS identified,
    bool_or(e.operation = 'Approve access package assignment request') AS approved
  FROM links l JOIN bounded e ON e.tenant = l.tenant AND e.key = l.key GROUP BY ALL
), missed AS (
  SELECT r.*, ${missedReasons} AS found, CASE WHEN len(found) > 0 THEN found ELSE [${unexplained}] END AS reasons
  FROM requests r JOIN had h ON h.tenant = r.tenant AND h.request_id = r.request_id AND h.in_range
  LEFT JOIN inside i ON i.tenant = r.tenant AND i.request_id = r.request_id
  ANTI JOIN (SELECT DISTINCT tenant, lower("RequestID") AS id FROM answer) seen ON seen.tenant = r.tenant AND seen.id = r.request_id
  WHERE ${visible}
)`;

const missedColumns = `
SELECT request_id AS "requestId", tenant, package, coalesce(requestor, requestor_name) AS requestor, coalesce(target, target_name) AS target,
  outcome, kind, requested_text AS "requestedAt", first_text AS "firstRecordAt", reasons
FROM missed ORDER BY coalesce(requested, first) DESC, request_id, tenant`;
