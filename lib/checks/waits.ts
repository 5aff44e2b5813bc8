/**
 * SQL for the approvals that people gave to requests for access, as a view `waits`: `number, tenant, request_id, place,
 * record, instant, moment, approver_id, approver, package_id, requestor_id, is_concerned, after, wait`. The clock of a decision starts with the
 * request, or with the decision of the stage before; `after` says which (`request` or `stage`). `wait` is in seconds,
 * and null where the order is unclear: the start is not in the data, or not before the decision.
 */
export const waits = `
SELECT number, tenant, request_id, place, record, instant, instant::TIMESTAMP AS moment, approver_id, approver, package_id, requestor_id, is_concerned,
  CASE WHEN place = 1 THEN 'request' ELSE 'stage' END AS after,
  CASE WHEN instant > since THEN nullif((epoch_ns(instant)::HUGEINT - epoch_ns(since)) // 1000000 / 1000.0, 0) END AS wait
FROM decided WHERE kind <> 'removal' AND verdict = 'approved' AND approver_id IS NOT NULL`;

/**
 * SQL for how many decisions lie in one sitting: each within a minute of the one before. It has a row for each
 * decision, with `sitting`, of the approvers of the relation `marked` (tenant, approver_id).
 */
export const sittings = `
SELECT tenant, request_id, place, count(*) OVER (PARTITION BY tenant, approver_id, number)::INTEGER AS sitting
FROM (
  SELECT *, count(*) FILTER (apart) OVER (PARTITION BY tenant, approver_id ORDER BY instant, request_id, place
    ROWS UNBOUNDED PRECEDING) AS number
  FROM (
    SELECT tenant, request_id, place, approver_id, instant, coalesce(epoch_ns(instant)::HUGEINT - lag(epoch_ns(instant))
      OVER (PARTITION BY tenant, approver_id ORDER BY instant, request_id, place) > 60000000000, true) AS apart
    FROM decided SEMI JOIN marked USING (tenant, approver_id)
  )
)`;

/** The end of a sentence about one of several decisions of a sitting. */
export function sittingWords(sitting: number): string {
  return sitting > 1 ? ` One of ${sitting} decisions in one sitting.` : '';
}

/** From when a decision's clock runs. */
export function afterWords(after: 'request' | 'stage'): string {
  return after === 'request' ? 'the request' : 'the stage before';
}
