import { isBlank } from './blank';

/** Who receives the access: the request record's user, else its TargetId, else, where people ask for themselves, the requestor. */
export const concluded = `
SELECT s.*, d.* EXCLUDE (tenant, request_id),
  coalesce(asked.kind, 'unknown') AS asked_kind,
  coalesce(asked.kind, '') IN ('direct', 'policy') OR coalesce(asked.asked_by, 'user') <> 'user' AS not_asked_for_self,
  coalesce(asked.user_id, asked.user_upn) IS NOT NULL AS has_user,
  CASE WHEN has_user THEN struct_pack(id := asked.user_id, upn := asked.user_upn, name := asked.user_name, key := asked.key, how := 'record')
    WHEN asked.detail_target_id IS NOT NULL THEN struct_pack(id := asked.detail_target_id, upn := CAST(NULL AS VARCHAR), name := CAST(NULL AS VARCHAR), key := asked.key, how := 'detail')
    WHEN any_user.key IS NOT NULL THEN struct_pack(id := any_user.user_id, upn := any_user.user_upn, name := any_user.user_name, key := any_user.key, how := 'record')
    WHEN any_target_id.key IS NOT NULL THEN struct_pack(id := any_target_id.detail_target_id, upn := CAST(NULL AS VARCHAR), name := CAST(NULL AS VARCHAR), key := any_target_id.key, how := 'detail')
    WHEN has_asked AND NOT not_asked_for_self AND asked.kind <> 'service-principal' AND asked.actor_kind = 'user'
      THEN struct_pack(id := asked.actor_id, upn := asked.actor, name := asked.actor_name, key := asked.key, how := 'requestor')
  END AS receiver,
  CASE CASE WHEN delivery.failed OR (delivery.key IS NULL AND asked.failed) THEN 'deliver-failed' ELSE delivery.step END WHEN 'schedule' THEN 'scheduled' WHEN 'ready' THEN 'delivering' WHEN 'deliver' THEN 'delivered'
    WHEN 'deliver-partly' THEN 'partial' WHEN 'deliver-failed' THEN 'failed' END AS delivered_as,
  CASE WHEN denied.key IS NOT NULL THEN 'denied' WHEN cancelled.key IS NOT NULL THEN 'cancelled' WHEN expired.key IS NOT NULL THEN 'expired'
    WHEN approved.key IS NOT NULL THEN 'approved' WHEN auto_approved.key IS NOT NULL THEN 'auto-approved'
    WHEN asked.kind = 'direct' OR (asked.kind = 'removal' AND asked.asked_by = 'administrator') THEN 'assigned'
    WHEN asked.kind = 'policy' OR (asked.kind = 'removal' AND asked.asked_by = 'system') THEN 'policy-assigned'
    WHEN delivered.key IS NOT NULL OR access_removed.key IS NOT NULL OR (NOT has_asked AND deletions > 0) THEN 'unknown' ELSE 'pending' END AS outcome,
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
    WHEN ${isBlank('asked.justifications[1]')} THEN 'empty' ELSE 'given' END AS reason_state,
  CASE WHEN coalesce(asked.package_id, asked.package) IS NOT NULL
    THEN struct_pack(id := asked.package_id, name := asked.package, key := asked.key) ELSE struct_pack(id := any_package.package_id, name := any_package.package, key := any_package.key) END AS own_package,
  CASE WHEN coalesce(asked.policy_id, asked.policy) IS NOT NULL
    THEN struct_pack(id := asked.policy_id, name := asked.policy, key := asked.key) ELSE struct_pack(id := any_policy.policy_id, name := any_policy.policy, key := any_policy.key) END AS own_policy
FROM facts s LEFT JOIN decisions d ON d.tenant = s.tenant AND d.request_id = s.request_id`;
