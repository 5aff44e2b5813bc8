/** Sentences about what is unsure, from what the records say and lack. */
export const warnings = `list_filter([
  CASE WHEN NOT has_asked THEN 'the request record is not in the data: requestor and reason are unknown' END,
  CASE WHEN asked.failed THEN 'the request record reports a failure' END,
  CASE WHEN asked_times > 1 THEN 'several request records name this request; the first is shown' END,
  CASE WHEN outcome = 'unknown' AND delivered.key IS NOT NULL THEN 'delivered, no approval record in the data' END,
  CASE WHEN outcome = 'unknown' AND delivered.key IS NULL AND access_removed.key IS NOT NULL THEN 'access removed, no approval record in the data' END,
  CASE WHEN outcome = 'unknown' AND delivered.key IS NULL AND access_removed.key IS NULL THEN 'deleted, and nothing else of it is in the data' END,
  CASE WHEN outcome IN ('denied', 'cancelled', 'expired') AND coalesce(approved.key, auto_approved.key, delivered.key) IS NOT NULL
    THEN 'approved or delivered as well as ' || outcome || ': see what happened' END,
  CASE WHEN outcome = 'pending' AND delivered_as IS NOT NULL THEN 'delivery began, no approval record in the data' END,
  CASE WHEN outcome = 'approved' AND requested IS NOT NULL AND took IS NULL THEN 'order unclear: the decision is not dated after the request' END,
  CASE WHEN approved.actor_id <> last_approval.actor_id THEN 'the approval record names another actor than the last decision' END,
  CASE WHEN failures > 0 THEN 'records that report a failure are in the timeline and decide nothing' END,
  CASE WHEN receiver.how = 'detail' THEN 'the target is taken from TargetId' END,
  CASE WHEN receiver.how = 'requestor' THEN 'the target is not in the data: taken to be the requestor' END,
  CASE WHEN receiver IS NULL THEN 'the target is not in the data' END,
  CASE WHEN asked.users > 1 THEN 'the request record names several users; the first that fits is shown' END,
  CASE WHEN asked.packages > 1 THEN 'the request record names several access packages; the first is shown' END,
  CASE WHEN targets_cut THEN 'the export may hold only part of a record’s targets' END,
  CASE WHEN late THEN 'a record was received more than a day off its own time' END
], w -> w IS NOT NULL)`;
