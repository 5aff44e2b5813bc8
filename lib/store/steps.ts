/**
 * SQL for the steps of the slice's own records (context never folds), in one total order. The links are materialised on
 * their own, or the planner may join events with requests of the same tenant first.
 */
export const steps = `
WITH linked AS MATERIALIZED (SELECT * FROM links SEMI JOIN slice USING (tenant, request_id))
SELECT row_number() OVER (ORDER BY e.instant, e.rank, e.key) AS ord, l.tenant, l.request_id, e.key, e.class, e.instant, e.at_text,
  e.generated, e.step, e.kind, e.asked_by, e.failed, e.correlation_id, e.actor_kind, e.actor_id, e.actor, e.actor_name, coalesce(e.actor, e.actor_name) AS who, e.actor_type, e.ip,
  e.package_id, e.package, e.packages, e.users, e.policy_id, e.policy, e.user_id, e.user_upn, e.user_name,
  e.detail_target_id, e.detail_user_type, e.justifications, e.client, e.targets_cut, e.details_cut,
  e.arrived, e.arrived_text, e.workspaces
FROM linked l JOIN events e ON e.tenant = l.tenant AND e.key = l.key
WHERE e.class <> 'context'`;
