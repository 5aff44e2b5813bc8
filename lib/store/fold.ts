import { decisions } from './decisions';

/** The steps of the touched requests' own records (context never folds), in one total order. */
const steps = `
SELECT e.*, l.request_id, row_number() OVER (ORDER BY e.instant, e.rank, e.key) AS ord
FROM links l
JOIN touched t ON t.tenant = l.tenant AND t.request_id = l.request_id
JOIN events e ON e.tenant = l.tenant AND e.key = l.key
WHERE e.class <> 'context'`;

const moment = 'struct_pack(key := key, instant := instant, at_text := at_text, actor := coalesce(actor, actor_name), actor_id := actor_id)';

/** What each request's records say, taken one by one; nothing is concluded here. */
const said = `
SELECT tenant, request_id,
  arg_min(struct_pack(key := key, instant := instant, at_text := at_text, kind := kind, asked_by := asked_by,
    actor_kind := actor_kind, actor_id := actor_id, actor := actor, actor_name := actor_name, ip := ip,
    package_id := package_id, package := package, packages := packages, policy_id := policy_id, policy := policy,
    user_id := user_id, user_upn := user_upn, user_name := user_name,
    detail_target_id := detail_target_id, detail_user_type := detail_user_type, actor_type := actor_type,
    justifications := justifications, targets_cut := targets_cut, details_cut := details_cut, failed := failed,
    correlation_id := correlation_id, at_generated := generated), ord) FILTER (step = 'request') AS asked,
  arg_min(${moment}, ord) FILTER (step IN ('deny', 'decision-denied') AND NOT failed) AS denied,
  arg_min(${moment}, ord) FILTER (step IN ('cancel', 'approval-cancelled') AND NOT failed) AS cancelled,
  arg_min(${moment}, ord) FILTER (step IN ('expire', 'approval-expired') AND NOT failed) AS expired,
  arg_max(${moment}, ord) FILTER (step = 'approve' AND NOT failed) AS approved,
  arg_min(${moment}, ord) FILTER (step = 'auto-approve' AND NOT failed) AS auto_approved,
  arg_max(struct_pack(key := key, instant := instant, at_text := at_text, step := CASE WHEN failed THEN 'deliver-failed' ELSE step END), ord)
    FILTER (step IN ('schedule', 'ready', 'deliver', 'deliver-partly', 'deliver-failed')) AS delivery,
  arg_min(${moment}, ord) FILTER (step IN ('deliver', 'deliver-partly') AND NOT failed) AS delivered,
  arg_min(${moment}, ord) FILTER (step = 'remove-access' AND NOT failed) AS access_removed,
  arg_min(${moment}, ord) FILTER (step = 'delete-record' AND NOT failed) AS record_deleted,
  arg_max(${moment}, ord) FILTER (step = 'edit-answers' AND NOT failed) AS answers_edited,
  arg_min(struct_pack(id := package_id, name := package, key := key), ord) FILTER (package_id IS NOT NULL OR package IS NOT NULL) AS any_package,
  arg_min(struct_pack(id := policy_id, name := policy, key := key), ord) FILTER (policy_id IS NOT NULL OR policy IS NOT NULL) AS any_policy,
  arg_min(struct_pack(id := user_id, upn := user_upn, name := user_name, key := key), ord) FILTER (user_id IS NOT NULL OR user_upn IS NOT NULL) AS any_user,
  arg_min(struct_pack(id := detail_target_id, key := key), ord) FILTER (detail_target_id IS NOT NULL) AS any_target_id,
  arg_min(detail_user_type, ord) FILTER (detail_user_type IS NOT NULL) AS any_user_type,
  arg_min(struct_pack(instant := instant, at_text := at_text), ord) AS first, arg_max(struct_pack(instant := instant, at_text := at_text), ord) AS last,
  arg_min(correlation_id, ord) FILTER (class = 'entitlement' AND correlation_id <> '') AS any_correlation,
  count(*) FILTER (step = 'request') AS asked_times, count(*) FILTER (failed) AS failures,
  bool_or(targets_cut) AS targets_cut,
  bool_or(abs(epoch_ns(instant) - epoch_ns(generated)) > 86400000000000) AS late
FROM steps GROUP BY ALL`;

/** Who receives the access: the request record's user, else its TargetId, else, where people ask for themselves, the requestor. */
const concluded = `
SELECT s.*, d.* EXCLUDE (tenant, request_id),
  coalesce(asked.kind, 'unknown') AS asked_kind,
  asked.kind = 'removal' AND asked.asked_by <> 'user' AS removed_by_other,
  coalesce(asked.kind, '') IN ('direct', 'policy') OR coalesce(asked.asked_by, 'user') <> 'user' AS not_asked_for_self,
  coalesce(asked.user_id, asked.user_upn) IS NOT NULL AS has_user,
  CASE WHEN has_user THEN struct_pack(id := asked.user_id, upn := asked.user_upn, name := asked.user_name, key := asked.key, how := 'record')
    WHEN asked.detail_target_id IS NOT NULL THEN struct_pack(id := asked.detail_target_id, upn := CAST(NULL AS VARCHAR), name := CAST(NULL AS VARCHAR), key := asked.key, how := 'detail')
    WHEN any_user IS NOT NULL THEN struct_pack(id := any_user.id, upn := any_user.upn, name := any_user.name, key := any_user.key, how := 'record')
    WHEN any_target_id IS NOT NULL THEN struct_pack(id := any_target_id.id, upn := CAST(NULL AS VARCHAR), name := CAST(NULL AS VARCHAR), key := any_target_id.key, how := 'detail')
    WHEN asked IS NOT NULL AND NOT not_asked_for_self AND asked.kind <> 'service-principal' AND asked.actor_kind = 'user'
      THEN struct_pack(id := asked.actor_id, upn := asked.actor, name := asked.actor_name, key := asked.key, how := 'requestor')
  END AS receiver,
  CASE delivery.step WHEN 'schedule' THEN 'scheduled' WHEN 'ready' THEN 'delivering' WHEN 'deliver' THEN 'delivered'
    WHEN 'deliver-partly' THEN 'partial' WHEN 'deliver-failed' THEN 'failed' END AS delivered_as,
  CASE WHEN denied IS NOT NULL THEN 'denied' WHEN cancelled IS NOT NULL THEN 'cancelled' WHEN expired IS NOT NULL THEN 'expired'
    WHEN approved IS NOT NULL THEN 'approved' WHEN auto_approved IS NOT NULL THEN 'auto-approved'
    WHEN asked.kind = 'direct' OR (asked.kind = 'removal' AND asked.asked_by = 'administrator') THEN 'assigned'
    WHEN asked.kind = 'policy' OR (asked.kind = 'removal' AND asked.asked_by = 'system') THEN 'policy-assigned'
    WHEN delivered IS NOT NULL OR access_removed IS NOT NULL THEN 'unknown' ELSE 'pending' END AS outcome,
  CASE outcome WHEN 'denied' THEN denied WHEN 'cancelled' THEN cancelled WHEN 'expired' THEN expired WHEN 'approved' THEN approved
    WHEN 'auto-approved' THEN auto_approved WHEN 'assigned' THEN struct_pack(key := asked.key, instant := asked.instant, at_text := asked.at_text, actor := asked.actor, actor_id := asked.actor_id)
    WHEN 'policy-assigned' THEN struct_pack(key := asked.key, instant := asked.instant, at_text := asked.at_text, actor := asked.actor, actor_id := asked.actor_id)
    WHEN 'unknown' THEN coalesce(delivered, access_removed) END AS outcome_moment,
  CASE outcome WHEN 'approved' THEN struct_pack(key := last_approval.key, instant := last_approval.instant, at_text := last_approval.at_text)
    WHEN 'denied' THEN struct_pack(key := first_denial.key, instant := first_denial.instant, at_text := first_denial.at_text)
    WHEN 'auto-approved' THEN struct_pack(key := auto_approved.key, instant := auto_approved.instant, at_text := auto_approved.at_text) END AS decided,
  CASE WHEN asked IS NULL THEN 'unknown'
    WHEN len(coalesce(asked.justifications, [])) = 0 THEN CASE WHEN asked.details_cut THEN 'unknown' ELSE 'absent' END
    WHEN trim(coalesce(asked.justifications[1], '')) = '' THEN 'empty' ELSE 'given' END AS reason_state,
  CASE WHEN coalesce(asked.package_id, asked.package) IS NOT NULL
    THEN struct_pack(id := asked.package_id, name := asked.package, key := asked.key) ELSE any_package END AS own_package,
  CASE WHEN coalesce(asked.policy_id, asked.policy) IS NOT NULL
    THEN struct_pack(id := asked.policy_id, name := asked.policy, key := asked.key) ELSE any_policy END AS own_policy
FROM said s LEFT JOIN decisions d ON d.tenant = s.tenant AND d.request_id = s.request_id`;

/** Sentences about what is unsure, from what the records say and lack (folding rules 4, 7, 8, 9). */
const warnings = `list_filter([
  CASE WHEN asked IS NULL THEN 'the request record is not in the data: requestor and reason are unknown' END,
  CASE WHEN asked.failed THEN 'the request record reports a failure' END,
  CASE WHEN asked_times > 1 THEN 'several request records name this request; the first is shown' END,
  CASE WHEN outcome = 'unknown' AND delivered IS NOT NULL THEN 'delivered, no approval record in the data' END,
  CASE WHEN outcome = 'unknown' AND delivered IS NULL THEN 'access removed, no approval record in the data' END,
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
WITH steps AS MATERIALIZED (${steps}),
said AS MATERIALIZED (${said}),
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
  CASE WHEN kind <> 'removal' THEN access_removed.at_text END AS own_removed_text, own_removed_text AS removed_text,
  CASE WHEN kind <> 'removal' THEN access_removed.key END AS own_removed_record, own_removed_record AS removed_record,
  coalesce(decided.instant, requested, first.instant) AS started,
  removal.instant AS removal, removal.at_text AS removal_text, removal.key AS removal_record,
  record_deleted.at_text AS deleted_text, record_deleted.actor AS deleted_by,
  answers_edited.at_text AS edited_text, answers_edited.actor AS edited_by,
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
