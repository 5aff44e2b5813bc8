import { isBlank } from './blank';

/**
 * SQL for the human decisions of each request in `steps` one per approval-service record,
 * with that record's own approver, text, time and address. An "Approve…", "Deny…" or "Approval stage
 * completed…" record adds a decision, its justification unknown, only where no approval-service record of
 * that verdict accounts for it: none by the same actor, and no more than are missing.
 */
export const decisions = `
SELECT tenant, request_id,
  list(struct_pack(approver := actor, "approverId" := actor_id, "approverName" := actor_name, verdict := verdict,
    "at" := at_text, justification := struct_pack(state := state, text := reason),
    "furtherJustifications" := further, ip := ip, record := key) ORDER BY ord) AS decisions,
  arg_max(struct_pack(instant := instant, at_text := at_text, key := key, actor_id := actor_id), ord)
    FILTER (verdict = 'approved') AS last_approval,
  arg_min(struct_pack(instant := instant, at_text := at_text, key := key), ord) FILTER (verdict = 'denied') AS first_denial,
  list(actor_id ORDER BY ord) AS decided_by, list(state ORDER BY ord) AS decided_states,
  list_sort(list_distinct(list(actor_id))) AS approver_ids,
  list_sort(list_distinct(list(state))) AS approver_states,
  string_agg(concat_ws(chr(64976), actor, actor_name), chr(64976) ORDER BY ord) AS approver_text,
  string_agg(concat_ws(chr(64976), reason, array_to_string(further, chr(64976))), chr(64976) ORDER BY ord) AS reasons_text
FROM (
  SELECT s.*, CASE WHEN step IN ('deny', 'decision-denied') THEN 'denied' ELSE 'approved' END AS verdict,
    CASE WHEN step NOT IN ('decision-approved', 'decision-denied') THEN 'unknown'
      WHEN len(coalesce(justifications, [])) = 0 THEN CASE WHEN details_cut THEN 'unknown' ELSE 'absent' END
      WHEN ${isBlank('justifications[1]')} THEN 'empty' ELSE 'given' END AS state,
    CASE WHEN state = 'given' THEN justifications[1] END AS reason,
    CASE WHEN step IN ('decision-approved', 'decision-denied')
      THEN [coalesce(j, '') FOR j IN coalesce(justifications[2:], [])] ELSE [] END AS further
  FROM steps s LEFT JOIN (
    SELECT tenant, request_id,
      count(*) FILTER (step = 'decision-approved') AS approvals, count(*) FILTER (step = 'decision-denied') AS denials,
      count(*) FILTER (step IN ('stage-completed', 'approve')) AS claims,
      list(actor_id) FILTER (step = 'decision-approved') AS approvals_by
    FROM steps WHERE NOT failed GROUP BY ALL
  ) c USING (tenant, request_id)
  WHERE NOT failed AND (step IN ('decision-approved', 'decision-denied')
    OR (step = 'deny' AND denials = 0)
    OR (step IN ('stage-completed', 'approve') AND approvals < claims
      AND NOT coalesce(list_contains(approvals_by, s.actor_id), false)))
  QUALIFY step NOT IN ('stage-completed', 'approve')
    OR row_number() OVER (PARTITION BY tenant, request_id, step IN ('stage-completed', 'approve')
      ORDER BY coalesce(actor_kind = 'user', false) DESC, ord) <= claims - approvals
)
GROUP BY ALL`;
