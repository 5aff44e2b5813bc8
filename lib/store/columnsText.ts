/**
 * SQL for what the columns in memory hold of a request `r`, as one JSON text; `Loaded` in `lib/columns/columns.ts`
 * names the values in the same order.
 */
const columnsText = `json_array(r.tenant, r.request_id, r.kind, r.outcome, r.delivery, r.user_type, r.reason_state, r.client,
  r.package_id, r.policy_id, r.requestor_id, r.target_id, r.approver_ids, r.approver_states, r.decided_by, r.decided_states,
  r.package_names, r.policy_names, r.requestor_names, r.target_names, r.approver_text, r.search,
  lower(r.package), lower(coalesce(r.requestor, r.requestor_name)), lower(coalesce(r.target, r.target_name)),
  r.requested_text, r.decided_text, r.first_text, r.first_arrived_text, r.arrived_text, r.took, (r.marks & 4294967295), (r.marks >> 32), r.worth, r.workspaces)::VARCHAR`;

export const everyColumnsText = `SELECT ${columnsText} FROM requests r`;

/** The changed requests alone; one that is no more is told by its key. */
export const changedColumnsText = `
SELECT CASE WHEN r.request_id IS NULL THEN json_array(c.tenant, c.request_id)::VARCHAR ELSE ${columnsText} END
FROM (SELECT DISTINCT tenant, request_id FROM changed) c
LEFT JOIN requests r ON r.tenant = c.tenant AND r.request_id = c.request_id`;
