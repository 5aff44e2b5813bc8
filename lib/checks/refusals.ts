import { thresholds } from './thresholds';

const { days } = thresholds.afterRefusal;

/**
 * SQL that finds, for the concerned requests `r` for which `given` holds, the newest refusal within the week before:
 * of the same target and package, denied or expired. The pairs are found without the decisions, which are wide. Its columns are `tenant, request_id, given_at, given_by` (object
 * ids), `outcome, refused_at, refused_by` (ids), `refuser, was` (denied, expired), `records`.
 */
export function refusedBefore(given: string): string {
  return `
WITH given AS MATERIALIZED (
  SELECT r.tenant, r.request_id, ${who} AS who, r.package_id, r.started AS given_at
  FROM requests r SEMI JOIN concerned USING (tenant, request_id)
  WHERE r.kind <> 'removal' AND ${given}
), refused AS (
  SELECT r.tenant, r.request_id AS refused_id, ${who} AS who, r.package_id, CAST(r.ended_text AS TIMESTAMP_NS) AS refused_at
  FROM requests r WHERE r.outcome IN ('denied', 'expired') AND r.kind <> 'removal' AND r.ended_text IS NOT NULL
), met AS MATERIALIZED (
  SELECT g.tenant, g.request_id, g.given_at, f.refused_id, f.refused_at
  FROM given g JOIN refused f ON f.tenant = g.tenant AND f.who = g.who AND f.package_id = g.package_id
    AND f.refused_at < g.given_at AND f.refused_at::TIMESTAMP >= g.given_at::TIMESTAMP - INTERVAL ${days} DAY
  QUALIFY row_number() OVER (PARTITION BY g.tenant, g.request_id ORDER BY f.refused_at DESC, f.refused_id) = 1
)
SELECT m.tenant, m.request_id, r.outcome, m.given_at, r.decisions,
  [d."approverId" FOR d IN r.decisions IF d.verdict = 'approved'] AS given_by, f.outcome AS was, m.refused_at,
  [d FOR d IN f.decisions IF d.verdict = 'denied'] AS denials, [d."approverId" FOR d IN denials] AS refused_by,
  coalesce(denials[1].approver, denials[1]."approverName", denials[1]."approverId") AS refuser,
  [f.sources.outcome, r.sources.outcome] AS records
FROM met m JOIN requests r ON r.tenant = m.tenant AND r.request_id = m.request_id
JOIN requests f ON f.tenant = m.tenant AND f.request_id = m.refused_id`;
}

/** Whom the access is for. */
const who = 'coalesce(r.target_id, lower(r.target), r.requestor_id)';

/** How a refusal is said. */
export function refusalWords({
  was,
  refuser,
}: {
  was: 'denied' | 'expired';
  refuser: string | null;
}): string {
  return was === 'expired'
    ? 'An earlier request for the same access expired without an answer'
    : `${refuser ?? 'Somebody'} denied an earlier request for the same access`;
}
