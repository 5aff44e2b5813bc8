import { eventsAt } from './link';

/**
 * SQL for the steps of the own records (context never folds) of every request of `linked`, each with the slice of its
 * request: they are brought together once, since each time reads them among all events.
 */
export const linkedSteps = (slices: number) => `
SELECT (hash(l.tenant, l.request_id) % ${slices})::INTEGER AS slice, l.tenant, l.request_id, e.key, e.class, e.instant, e.rank, e.at_text,
  e.generated, e.step, e.kind, e.asked_by, e.failed, e.correlation_id, e.actor_kind, e.actor_id, e.actor, e.actor_name, coalesce(e.actor, e.actor_name) AS who, e.actor_type, e.ip,
  e.package_id, e.package, e.packages, e.users, e.policy_id, e.policy, e.user_id, e.user_upn, e.user_name,
  e.detail_target_id, e.detail_user_type, e.justifications, e.client, e.targets_cut, e.details_cut,
  e.arrived, e.arrived_text, e.workspaces
FROM linked l JOIN ${eventsAt('linked')} e USING (place)
WHERE e.class <> 'context'`;

/** SQL for those of one slice, in one total order. */
export const stepsOf = (slice: number) => `
SELECT row_number() OVER (ORDER BY instant, rank, key) AS ord, * EXCLUDE (slice, rank) FROM linked_steps WHERE slice = ${slice}`;
