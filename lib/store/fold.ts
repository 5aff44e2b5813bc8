import { wordsOf } from '../checks/normalisedReason';
import { concluded } from './conclude';
import { decisions } from './decisions';
import { isKnownIn } from './names';
import { rowText } from './row';
import { facts, said } from './said';
import { linkedSteps, stepsOf } from './steps';
import { warnings } from './warnings';

/**
 * The name of today in the workspaces of the request. It is judged beside the join: among its conditions it would make
 * DuckDB compare each request with each name.
 */
const nowOf = (name: string) => `CASE WHEN ${isKnownIn(name, 'seen_in')} THEN ${name}.name END`;

/** One row of `requests` for each request of `steps`, from what their records say and were decided by. */
const folded = `
WITH facts AS (${facts}),
concluded AS (${concluded}),
named AS (
  SELECT *, asked.instant AS requested,
    CASE WHEN asked_kind = 'request' AND receiver.how <> 'requestor' AND (
        (receiver.id IS NOT NULL AND asked.actor_id IS NOT NULL AND receiver.id <> asked.actor_id)
        OR ((receiver.id IS NULL OR asked.actor_id IS NULL) AND lower(receiver.upn) <> lower(asked.actor)))
      THEN 'on-behalf' ELSE asked_kind END AS kind,
    coalesce(receiver.upn, CASE WHEN receiver.id = asked.actor_id THEN asked.actor END) AS target,
    coalesce(asked.detail_user_type, any_user_type, CASE WHEN receiver.id = asked.actor_id THEN asked.actor_type END) AS said_type,
    CASE WHEN outcome = 'approved' AND decided.instant > asked.instant
      THEN nullif((epoch_ns(decided.instant) - epoch_ns(asked.instant)) // 1000000 / 1000.0, 0) END AS took,
    CASE WHEN reason_state = 'given' THEN asked.justifications[1] END AS reason,
    [coalesce(j, '') FOR j IN coalesce(asked.justifications[2:], [])] AS further_reasons,
    CASE WHEN asked_kind = 'removal' AND outcome NOT IN ('denied', 'cancelled', 'expired', 'pending')
      AND NOT asked.failed AND delivered_as IS DISTINCT FROM 'failed'
      THEN struct_pack(key := coalesce(access_removed.key, delivered.key, decided.key, asked.key),
        instant := coalesce(access_removed.instant, delivered.instant, decided.instant, asked.instant),
        at_text := coalesce(access_removed.at_text, delivered.at_text, decided.at_text, asked.at_text)) END AS removal
  FROM concluded
)
INSERT INTO requests BY NAME
SELECT *, ${rowText} AS "row" FROM (
SELECT r.tenant, request_id, r.kind, outcome, delivered_as AS delivery,
  own_package.name AS package, own_package.id AS package_id, own_policy.name AS policy, own_policy.id AS policy_id,
  asked.actor AS requestor, asked.actor_id AS requestor_id, asked.actor_name AS requestor_name, asked.ip AS requestor_ip,
  target, receiver.id AS target_id, coalesce(receiver.name, CASE WHEN receiver.id = asked.actor_id THEN asked.actor_name END) AS target_name,
  CASE WHEN said_type IN ('guest', 'member') THEN said_type WHEN contains(lower(target), '#ext#') THEN 'guest'
    WHEN target IS NOT NULL THEN 'member' ELSE 'unknown' END AS user_type,
  reason_state, reason, ${wordsOf('reason')} AS words, further_reasons,
  requested, asked.at_text AS requested_text, decided.instant AS decided, decided.at_text AS decided_text,
  took,
  first.instant AS first, first.at_text AS first_text, last.instant AS last, last.at_text AS last_text,
  CASE WHEN outcome IN ('denied', 'cancelled', 'expired') THEN outcome_moment.at_text END AS ended_text,
  CASE WHEN r.kind <> 'removal' THEN access_removed.at_text END AS own_removed_text,
  CASE WHEN r.kind <> 'removal' THEN access_removed.key END AS own_removed_record,
  coalesce(decided.instant, requested, first.instant) AS started,
  removal.instant AS removal, removal.at_text AS removal_text, removal.key AS removal_record,
  record_deleted.at_text AS deleted_text, record_deleted.who AS deleted_by,
  answers_edited.at_text AS edited_text, answers_edited.who AS edited_by,
  coalesce(nullif(asked.correlation_id, ''), any_correlation) AS correlation_id,
  latest_arrival AS arrived, latest_arrival_text AS arrived_text,
  first_arrival AS first_arrived, first_arrival_text AS first_arrived_text, seen_in AS workspaces,
  coalesce(decisions, []) AS decisions, coalesce(list_filter(approver_ids, i -> i IS NOT NULL), []) AS approver_ids,
  lower(nfc_normalize(coalesce(approver_text, ''))) AS approver_text, coalesce(approver_states, []) AS approver_states,
  coalesce(decided_by, []) AS decided_by, coalesce(decided_states, []) AS decided_states,
  lower(nfc_normalize(concat_ws(chr(64976), own_package.name, ${nowOf('package_now')}))) AS package_names,
  lower(nfc_normalize(concat_ws(chr(64976), own_policy.name, ${nowOf('policy_now')}))) AS policy_names,
  lower(nfc_normalize(concat_ws(chr(64976), asked.actor, asked.actor_name, ${nowOf('requestor_now')}))) AS requestor_names,
  lower(nfc_normalize(concat_ws(chr(64976), target, target_name, ${nowOf('target_now')}))) AS target_names,
  concat_ws(chr(64976), lower(nfc_normalize(concat_ws(chr(64976), reason, array_to_string(further_reasons, chr(64976)), reasons_text, approver_text))),
    package_names, policy_names, requestor_names, target_names) AS search,
  coalesce(asked.client, 'unknown') AS client,
  ${warnings} AS warnings,
  struct_pack("requestedAt" := asked.key, requestor := asked.key, package := own_package.key, policy := own_policy.key,
    target := receiver.key, outcome := outcome_moment.key, "decidedAt" := decided.key, delivery := delivery.key,
    "endedAt" := CASE WHEN outcome IN ('denied', 'cancelled', 'expired') THEN outcome_moment.key END,
    "recordDeletedAt" := record_deleted.key, "answersEditedAt" := answers_edited.key) AS sources
FROM named r
LEFT JOIN names package_now ON package_now.tenant = r.tenant AND package_now.id = own_package.id AND package_now.kind = 'package'
LEFT JOIN names policy_now ON policy_now.tenant = r.tenant AND policy_now.id = own_policy.id AND policy_now.kind = 'policy'
LEFT JOIN names requestor_now ON requestor_now.tenant = r.tenant AND requestor_now.id = asked.actor_id AND requestor_now.kind = 'person'
LEFT JOIN names target_now ON target_now.tenant = r.tenant AND target_now.id = receiver.id AND target_now.kind = 'person')`;

/** SQL that brings together what the requests of `touched` are folded from, in so many slices. */
export const gatherSteps = (slices: number) =>
  `CREATE OR REPLACE TEMP TABLE linked_steps AS ${linkedSteps(slices)}`;

/**
 * SQL that folds each request of a slice. Each aggregation is a statement of its own, since every thread sets memory
 * aside for each that is under way.
 */
export const foldSlice = (slice: number) => [
  `CREATE OR REPLACE TEMP TABLE steps AS ${stepsOf(slice)}`,
  `CREATE OR REPLACE TEMP TABLE said AS ${said}`,
  `CREATE OR REPLACE TEMP TABLE decisions AS ${decisions}`,
  folded,
];
