import { decisions } from './decisions';

/** Materialised on its own, or the planner may join events with requests of the same tenant first. */
const linked = 'SELECT * FROM links SEMI JOIN touched USING (tenant, request_id)';

/** The steps of the touched requests' own records (context never folds), in one total order. */
const steps = `
SELECT row_number() OVER (ORDER BY e.instant, e.rank, e.key) AS ord, l.tenant, l.request_id, e.key, e.class, e.instant, e.at_text,
  e.generated, e.step, e.kind, e.asked_by, e.failed, e.correlation_id, e.actor_kind, e.actor_id, e.actor, e.actor_name, coalesce(e.actor, e.actor_name) AS who, e.actor_type, e.ip,
  e.package_id, e.package, e.packages, e.policy_id, e.policy, e.user_id, e.user_upn, e.user_name,
  e.detail_target_id, e.detail_user_type, e.justifications, e.targets_cut, e.details_cut
FROM linked l JOIN events e ON e.tenant = l.tenant AND e.key = l.key
WHERE e.class <> 'context'`;

/** The named columns of the first (or last) step for which `when` holds; all null when there is none. */
function pick(name: string, which: 'min' | 'max', columns: readonly string[], when: string): string {
  const picked = columns.map((column) => `${column} := arg_${which}_null(${column}, ord) FILTER (${when})`);
  return `struct_pack(${picked.join(', ')}) AS ${name}`;
}

const moment = ['key', 'at_text', 'instant', 'who', 'actor_id'];

/** What each request's records say, taken one by one; nothing is concluded here. */
const said = `
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
    `step IN ('deliver', 'deliver-partly') AND NOT failed`,
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
    'user_id IS NOT NULL OR user_upn IS NOT NULL',
  ),
  pick('any_target_id', 'min', ['key', 'detail_target_id'], 'detail_target_id IS NOT NULL'),
  pick('first', 'min', ['at_text', 'instant'], 'true'),
  pick('last', 'max', ['at_text', 'instant'], 'true'),
].join(',\n  ')},
  min(ord) FILTER (step = 'request') AS asked_ord,
  arg_min(detail_user_type, ord) AS any_user_type,
  arg_min(correlation_id, ord) FILTER (class = 'entitlement' AND correlation_id <> '') AS any_correlation,
  count(*) FILTER (step = 'request') AS asked_times, count(*) FILTER (failed) AS failures,
  bool_or(targets_cut) AS targets_cut,
  bool_or(abs(epoch_ns(instant) - epoch_ns(generated)) > 86400000000000) AS late
FROM steps GROUP BY ALL`;

/** Each request beside its request record. */
const facts = `
SELECT s.*, asked.ord IS NOT NULL AS has_asked, asked
FROM said s LEFT JOIN (SELECT * FROM steps WHERE step = 'request') asked ON asked.ord = s.asked_ord`;

/** Who receives the access: the request record's user, else its TargetId, else, where people ask for themselves, the requestor. */
const concluded = `
SELECT s.*, d.* EXCLUDE (tenant, request_id),
  coalesce(asked.kind, 'unknown') AS asked_kind,
  asked.kind = 'removal' AND asked.asked_by <> 'user' AS removed_by_other,
  coalesce(asked.kind, '') IN ('direct', 'policy') OR coalesce(asked.asked_by, 'user') <> 'user' AS not_asked_for_self,
  coalesce(asked.user_id, asked.user_upn) IS NOT NULL AS has_user,
  CASE WHEN has_user THEN struct_pack(id := asked.user_id, upn := asked.user_upn, name := asked.user_name, key := asked.key, how := 'record')
    WHEN asked.detail_target_id IS NOT NULL THEN struct_pack(id := asked.detail_target_id, upn := CAST(NULL AS VARCHAR), name := CAST(NULL AS VARCHAR), key := asked.key, how := 'detail')
    WHEN any_user.key IS NOT NULL THEN struct_pack(id := any_user.user_id, upn := any_user.user_upn, name := any_user.user_name, key := any_user.key, how := 'record')
    WHEN any_target_id.key IS NOT NULL THEN struct_pack(id := any_target_id.detail_target_id, upn := CAST(NULL AS VARCHAR), name := CAST(NULL AS VARCHAR), key := any_target_id.key, how := 'detail')
    WHEN has_asked AND NOT not_asked_for_self AND asked.kind <> 'service-principal' AND asked.actor_kind = 'user'
      THEN struct_pack(id := asked.actor_id, upn := asked.actor, name := asked.actor_name, key := asked.key, how := 'requestor')
  END AS receiver,
  CASE CASE WHEN delivery.failed THEN 'deliver-failed' ELSE delivery.step END WHEN 'schedule' THEN 'scheduled' WHEN 'ready' THEN 'delivering' WHEN 'deliver' THEN 'delivered'
    WHEN 'deliver-partly' THEN 'partial' WHEN 'deliver-failed' THEN 'failed' END AS delivered_as,
  CASE WHEN denied.key IS NOT NULL THEN 'denied' WHEN cancelled.key IS NOT NULL THEN 'cancelled' WHEN expired.key IS NOT NULL THEN 'expired'
    WHEN approved.key IS NOT NULL THEN 'approved' WHEN auto_approved.key IS NOT NULL THEN 'auto-approved'
    WHEN asked.kind = 'direct' OR (asked.kind = 'removal' AND asked.asked_by = 'administrator') THEN 'assigned'
    WHEN asked.kind = 'policy' OR (asked.kind = 'removal' AND asked.asked_by = 'system') THEN 'policy-assigned'
    WHEN delivered.key IS NOT NULL OR access_removed.key IS NOT NULL THEN 'unknown' ELSE 'pending' END AS outcome,
  CASE outcome WHEN 'denied' THEN struct_pack(key := denied.key, at_text := denied.at_text)
    WHEN 'cancelled' THEN struct_pack(key := cancelled.key, at_text := cancelled.at_text)
    WHEN 'expired' THEN struct_pack(key := expired.key, at_text := expired.at_text)
    WHEN 'approved' THEN struct_pack(key := approved.key, at_text := approved.at_text)
    WHEN 'auto-approved' THEN struct_pack(key := auto_approved.key, at_text := auto_approved.at_text)
    WHEN 'assigned' THEN struct_pack(key := asked.key, at_text := asked.at_text)
    WHEN 'policy-assigned' THEN struct_pack(key := asked.key, at_text := asked.at_text)
    WHEN 'unknown' THEN struct_pack(key := coalesce(delivered.key, access_removed.key), at_text := coalesce(delivered.at_text, access_removed.at_text))
  END AS outcome_moment,
  CASE outcome WHEN 'approved' THEN struct_pack(key := last_approval.key, instant := last_approval.instant, at_text := last_approval.at_text)
    WHEN 'denied' THEN struct_pack(key := first_denial.key, instant := first_denial.instant, at_text := first_denial.at_text)
    WHEN 'auto-approved' THEN struct_pack(key := auto_approved.key, instant := auto_approved.instant, at_text := auto_approved.at_text) END AS decided,
  CASE WHEN NOT has_asked THEN 'unknown'
    WHEN len(coalesce(asked.justifications, [])) = 0 THEN CASE WHEN asked.details_cut THEN 'unknown' ELSE 'absent' END
    WHEN trim(coalesce(asked.justifications[1], '')) = '' THEN 'empty' ELSE 'given' END AS reason_state,
  CASE WHEN coalesce(asked.package_id, asked.package) IS NOT NULL
    THEN struct_pack(id := asked.package_id, name := asked.package, key := asked.key) ELSE struct_pack(id := any_package.package_id, name := any_package.package, key := any_package.key) END AS own_package,
  CASE WHEN coalesce(asked.policy_id, asked.policy) IS NOT NULL
    THEN struct_pack(id := asked.policy_id, name := asked.policy, key := asked.key) ELSE struct_pack(id := any_policy.policy_id, name := any_policy.policy, key := any_policy.key) END AS own_policy
FROM facts s LEFT JOIN decisions d ON d.tenant = s.tenant AND d.request_id = s.request_id`;

/** Sentences about what is unsure, from what the records say and lack (folding rules 4, 7, 8, 9). */
const warnings = `list_filter([
  CASE WHEN NOT has_asked THEN 'the request record is not in the data: requestor and reason are unknown' END,
  CASE WHEN asked.failed THEN 'the request record reports a failure' END,
  CASE WHEN asked_times > 1 THEN 'several request records name this request; the first is shown' END,
  CASE WHEN outcome = 'unknown' AND delivered.key IS NOT NULL THEN 'delivered, no approval record in the data' END,
  CASE WHEN outcome = 'unknown' AND delivered.key IS NULL THEN 'access removed, no approval record in the data' END,
  CASE WHEN outcome = 'pending' AND delivered_as IS NOT NULL THEN 'delivery began, no approval record in the data' END,
  CASE WHEN outcome = 'approved' AND requested IS NOT NULL AND decided.instant < requested THEN 'order unclear: the decision is dated before the request' END,
  CASE WHEN approved.actor_id <> last_approval.actor_id THEN 'the approval record names another actor than the last decision' END,
  CASE WHEN failures > 0 THEN 'records that report a failure are in the timeline and decide nothing' END,
  CASE WHEN receiver.how = 'detail' THEN 'the target is taken from TargetId' END,
  CASE WHEN receiver.how = 'requestor' THEN 'the target is not in the data: taken to be the requestor' END,
  CASE WHEN receiver IS NULL THEN 'the target is not in the data' END,
  CASE WHEN asked.packages > 1 THEN 'the request record names several access packages; the first is shown' END,
  CASE WHEN targets_cut THEN 'the export carries at most three targets of a record' END,
  CASE WHEN late THEN 'a record was received more than a day off its own time' END
], w -> w IS NOT NULL)`;

/** One row of `requests` for each touched request. */
export const foldTouched = `
WITH linked AS MATERIALIZED (${linked}),
steps AS MATERIALIZED (${steps}),
said AS MATERIALIZED (${said}),
facts AS (${facts}),
decisions AS MATERIALIZED (${decisions}),
concluded AS MATERIALIZED (${concluded}),
named AS (
  SELECT *, asked.instant AS requested,
    CASE WHEN asked_kind = 'request' AND receiver.how <> 'requestor' AND (
        (receiver.id IS NOT NULL AND asked.actor_id IS NOT NULL AND receiver.id <> asked.actor_id)
        OR ((receiver.id IS NULL OR asked.actor_id IS NULL) AND lower(receiver.upn) <> lower(asked.actor)))
      THEN 'on-behalf' ELSE asked_kind END AS kind,
    coalesce(receiver.upn, CASE WHEN receiver.id = asked.actor_id THEN asked.actor END) AS target,
    coalesce(asked.detail_user_type, any_user_type, CASE WHEN receiver.id = asked.actor_id THEN asked.actor_type END) AS said_type,
    CASE WHEN reason_state = 'given' THEN asked.justifications[1] END AS reason,
    [coalesce(j, '') FOR j IN coalesce(asked.justifications[2:], [])] AS further_reasons,
    CASE WHEN asked_kind = 'removal' AND outcome NOT IN ('denied', 'cancelled', 'expired', 'pending')
      THEN struct_pack(key := coalesce(access_removed.key, delivered.key, decided.key, asked.key),
        instant := coalesce(access_removed.instant, delivered.instant, decided.instant, asked.instant),
        at_text := coalesce(access_removed.at_text, delivered.at_text, decided.at_text, asked.at_text)) END AS removal
  FROM concluded
)
INSERT INTO requests BY NAME
SELECT tenant, request_id, kind, outcome, delivered_as AS delivery,
  own_package.name AS package, own_package.id AS package_id, own_policy.name AS policy, own_policy.id AS policy_id,
  asked.actor AS requestor, asked.actor_id AS requestor_id, asked.actor_name AS requestor_name, asked.ip AS requestor_ip,
  target, receiver.id AS target_id, coalesce(receiver.name, CASE WHEN receiver.id = asked.actor_id THEN asked.actor_name END) AS target_name,
  CASE WHEN said_type IN ('guest', 'member') THEN said_type WHEN contains(lower(target), '#ext#') THEN 'guest'
    WHEN target IS NOT NULL THEN 'member' ELSE 'unknown' END AS user_type,
  reason_state, reason, further_reasons,
  requested, asked.at_text AS requested_text, decided.instant AS decided, decided.at_text AS decided_text,
  CASE WHEN outcome = 'approved' AND decided.instant >= requested
    THEN (epoch_ns(decided.instant) - epoch_ns(requested)) // 1000000 / 1000.0 END AS took,
  first.instant AS first, first.at_text AS first_text, last.instant AS last, last.at_text AS last_text,
  CASE WHEN outcome IN ('denied', 'cancelled', 'expired') THEN outcome_moment.at_text END AS ended_text,
  CASE WHEN kind <> 'removal' THEN access_removed.at_text END AS own_removed_text,
  CASE WHEN kind <> 'removal' THEN access_removed.key END AS own_removed_record,
  coalesce(decided.instant, requested, first.instant) AS started,
  removal.instant AS removal, removal.at_text AS removal_text, removal.key AS removal_record,
  record_deleted.at_text AS deleted_text, record_deleted.who AS deleted_by,
  answers_edited.at_text AS edited_text, answers_edited.who AS edited_by,
  coalesce(nullif(asked.correlation_id, ''), any_correlation) AS correlation_id,
  coalesce(decisions, []) AS decisions, coalesce(list_filter(approver_ids, i -> i IS NOT NULL), []) AS approver_ids,
  lower(nfc_normalize(coalesce(approver_text, ''))) AS approver_text, coalesce(approver_states, []) AS approver_states,
  lower(nfc_normalize(concat_ws(chr(31), reason, array_to_string(further_reasons, chr(31)), reasons_text, own_package.name, own_policy.name,
    asked.actor, asked.actor_name, target, target_name, approver_text))) AS search,
  ${warnings} AS warnings,
  struct_pack("requestedAt" := asked.key, requestor := asked.key, package := own_package.key, policy := own_policy.key,
    target := receiver.key, outcome := outcome_moment.key, "decidedAt" := decided.key, delivery := delivery.key,
    "endedAt" := CASE WHEN outcome IN ('denied', 'cancelled', 'expired') THEN outcome_moment.key END,
    "recordDeletedAt" := record_deleted.key, "answersEditedAt" := answers_edited.key) AS sources
FROM named`;
