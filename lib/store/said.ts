/** The named columns of the first (or last) step for which `when` holds; all null when there is none. */
function pick(name: string, which: 'min' | 'max', columns: readonly string[], when: string): string {
  const picked = columns.map((column) => `${column} := arg_${which}_null(${column}, ord) FILTER (${when})`);
  return `struct_pack(${picked.join(', ')}) AS ${name}`;
}

const moment = ['key', 'at_text', 'instant', 'who', 'actor_id'];

/** What each request's records say, taken one by one; nothing is concluded here. */
export const said = `
SELECT tenant, request_id, ${[
  pick('denied', 'min', ['key', 'at_text'], `step IN ('deny', 'decision-denied') AND NOT failed`),
  pick('cancelled', 'min', ['key', 'at_text'], `step IN ('cancel', 'approval-cancelled') AND NOT failed`),
  pick('expired', 'min', ['key', 'at_text'], `step IN ('expire', 'approval-expired') AND NOT failed`),
  pick('approved', 'max', ['key', 'at_text', 'actor_id'], `step = 'approve' AND NOT failed`),
  pick('auto_approved', 'min', ['key', 'at_text', 'instant'], `step = 'auto-approve' AND NOT failed`),
  pick(
    'delivery',
    'max',
    ['key', 'step', 'failed'],
    `step IN ('schedule', 'ready', 'deliver', 'deliver-partly', 'deliver-failed')`,
  ),
  pick(
    'delivered',
    'min',
    ['key', 'at_text', 'instant'],
    `step IN ('deliver', 'deliver-partly', 'resource-delivered') AND NOT failed`,
  ),
  pick('access_removed', 'min', ['key', 'at_text', 'instant'], `step = 'remove-access' AND NOT failed`),
  pick('record_deleted', 'min', moment, `step = 'delete-record' AND NOT failed`),
  pick('answers_edited', 'max', moment, `step = 'edit-answers' AND NOT failed`),
  pick(
    'any_package',
    'min',
    ['key', 'package_id', 'package'],
    'package_id IS NOT NULL OR package IS NOT NULL',
  ),
  pick('any_policy', 'min', ['key', 'policy_id', 'policy'], 'policy_id IS NOT NULL OR policy IS NOT NULL'),
  pick(
    'any_user',
    'min',
    ['key', 'user_id', 'user_upn', 'user_name'],
    `(user_id IS NOT NULL OR user_upn IS NOT NULL) AND class = 'entitlement' AND NOT coalesce(starts_with(step, 'approval-'), false)`,
  ),
  pick('any_target_id', 'min', ['key', 'detail_target_id'], 'detail_target_id IS NOT NULL'),
  pick('first', 'min', ['at_text', 'instant'], 'true'),
  pick('last', 'max', ['at_text', 'instant'], 'true'),
].join(',\n  ')},
  min(ord) FILTER (step = 'request') AS asked_ord,
  arg_min(detail_user_type, ord) AS any_user_type,
  arg_min(correlation_id, ord) FILTER (class = 'entitlement' AND correlation_id <> '') AS any_correlation,
  count(*) FILTER (step = 'request') AS asked_times, count(*) FILTER (step IN ('delete-record', 'delete-housekeeping')) AS deletions, count(*) FILTER (failed AND step IS DISTINCT FROM 'deliver-failed') AS failures,
  max(arrived) AS latest_arrival, arg_max(arrived_text, arrived) AS latest_arrival_text,
  min(arrived) AS first_arrival, arg_min(arrived_text, arrived) AS first_arrival_text,
  list_sort(list_distinct(flatten(list(workspaces) FILTER (workspaces IS NOT NULL)))) AS seen_in,
  bool_or(targets_cut) AS targets_cut,
  bool_or(abs(epoch_ns(instant) - epoch_ns(generated)) > 86400000000000) AS late
FROM steps GROUP BY ALL`;

/** Each request beside its request record. */
export const facts = `
SELECT s.*, asked.ord IS NOT NULL AS has_asked, asked
FROM said s LEFT JOIN (SELECT * FROM steps WHERE step = 'request') asked ON asked.ord = s.asked_ord`;
