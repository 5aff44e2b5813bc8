import { clientOf } from './clients';

/**
 * SQL that reads the columns of merged audit records and answers rows of `events`. `from` names a relation
 * with the columns of `records`; the dynamic columns are parsed once and every value is taken by key or type,
 * never by position.
 */
export function extractEvents(from: string): string {
  return `
WITH parsed AS (
  SELECT r.tenant, r.key, r.class, r.ingested, r.workspaces, r.time_generated, r.operation_name, r.result, r.identity, r.correlation_id, r.caller_ip,
    r.targets_cut, r.details_cut, r.further, coalesce(r.activity_date_time, r.time_generated) AS at_text,
    from_json(r.initiated_by, '{"user":{"id":"VARCHAR","displayName":"VARCHAR","userPrincipalName":"VARCHAR","ipAddress":"VARCHAR","userType":"VARCHAR"},"app":{"appId":"VARCHAR","displayName":"VARCHAR","servicePrincipalId":"VARCHAR"}}') AS initiator,
    from_json(r.target_resources, '[{"id":"VARCHAR","displayName":"VARCHAR","type":"VARCHAR","userPrincipalName":"VARCHAR"}]') AS targets,
    from_json(r.additional_details, '[{"key":"VARCHAR","value":"VARCHAR"}]') AS details
  FROM ${from} r
), typed AS (
  SELECT *,
    [t FOR t IN targets IF lower(t.type) = 'accesspackage'] AS packages_,
    [t FOR t IN targets IF lower(t.type) = 'accesspackageassignmentpolicy'] AS policies_,
    [t FOR t IN targets IF lower(t.type) IN ('user', 'serviceprincipal')] AS receivers,
    lower(nullif([d.value FOR d IN details IF lower(d.key) = 'targetid'][1], '')) AS detail_target_id,
    coalesce(nullif(initiator.user.id, ''), nullif(initiator.user.userPrincipalName, ''), nullif(initiator.user.displayName, '')) IS NOT NULL AS by_user
  FROM parsed
), received AS (
  SELECT r.*, o.step, coalesce(o.rank, 0) AS rank, o.kind, o.asked_by, o.step = 'request' AS asks,
    CASE WHEN asks THEN coalesce(nullif([d.value FOR d IN details IF lower(d.key) = 'appid'][1], ''), nullif(initiator.app.appId, '')) END AS application,
    CASE WHEN asks THEN nullif(trim(coalesce([d.value FOR d IN details IF lower(d.key) IN ('user-agent', 'useragent')][1],
      further->>'$.userAgent', further->>'$.UserAgent', further->>'$."User Agent"')), '') END AS agent,
    coalesce([t FOR t IN receivers IF lower(t.id) = detail_target_id][1],
      CASE WHEN o.kind = 'service-principal' THEN [t FOR t IN receivers IF lower(t.type) = 'serviceprincipal'][1] END,
      [t FOR t IN receivers IF lower(t.type) = 'user'][1], receivers[1]) AS receiver
  FROM typed r LEFT JOIN operations o ON o.name = lower(operation_name)
)
SELECT r.tenant, r.key, r.class,
  CAST(at_text AS TIMESTAMP_NS) AS instant, at_text,
  CAST(coalesce(time_generated, at_text) AS TIMESTAMP_NS) AS generated, coalesce(time_generated, at_text) AS generated_text,
  operation_name AS operation, step, rank, kind, asked_by,
  result, coalesce(lower(result) IN ('failure', 'timeout'), false) AS failed,
  coalesce(correlation_id, '') AS correlation_id, lower(nullif(trim(correlation_id), '')) AS correlation,
  CASE WHEN by_user THEN 'user' WHEN initiator.app IS NOT NULL THEN 'app' END AS actor_kind,
  lower(CASE WHEN by_user THEN nullif(initiator.user.id, '')
    ELSE coalesce(nullif(initiator.app.servicePrincipalId, ''), nullif(initiator.app.appId, '')) END) AS actor_id,
  nullif(initiator.user.userPrincipalName, '') AS actor,
  coalesce(CASE WHEN by_user THEN nullif(initiator.user.displayName, '') ELSE nullif(initiator.app.displayName, '') END, nullif(identity, '')) AS actor_name,
  coalesce(nullif(initiator.user.ipAddress, ''), nullif(caller_ip, '')) AS ip,
  lower(nullif(initiator.user.userType, '')) AS actor_type,
  list_distinct([lower(t.id) FOR t IN targets IF lower(t.type) = 'accesspackageassignmentrequest' AND t.id <> '']) AS request_ids,
  list_distinct([lower(t.id) FOR t IN targets IF t.id <> '']) AS target_ids,
  lower(nullif(packages_[1].id, '')) AS package_id, nullif(packages_[1].displayName, '') AS package,
  len(list_distinct([lower(t.id) FOR t IN packages_])) AS packages,
  len(list_distinct([lower(t.id) FOR t IN receivers IF lower(t.type) = 'user'])) AS users,
  lower(nullif(policies_[1].id, '')) AS policy_id, nullif(policies_[1].displayName, '') AS policy,
  lower(nullif(receiver.id, '')) AS user_id, nullif(receiver.userPrincipalName, '') AS user_upn, nullif(receiver.displayName, '') AS user_name,
  detail_target_id,
  lower(nullif([d.value FOR d IN details IF lower(d.key) = 'targetusertype'][1], '')) AS detail_user_type,
  [d.value FOR d IN details IF lower(d.key) = 'justification'] AS justifications,
  CASE WHEN asks THEN ${clientOf({
    application: 'application',
    agent: 'agent',
    byApplication: '(NOT by_user AND initiator.app IS NOT NULL)',
    byService: `(asked_by = 'system')`,
  })} END AS client,
  coalesce(targets_cut, false) AS targets_cut, coalesce(details_cut, false) AS details_cut,
  coalesce(ingested, time_generated, at_text) AS arrived_text, CAST(arrived_text AS TIMESTAMP_NS) AS arrived,
  string_split(nullif(workspaces, ''), ',') AS workspaces,
  [coalesce(t.id, '') FOR t IN targets IF t.type = 'AccessPackageAssignmentRequest'] AS kql_requests,
  [coalesce(t.displayName, '') FOR t IN targets IF t.type = 'AccessPackage'] AS kql_packages,
  [coalesce(t.id, '') FOR t IN targets IF t.type = 'Other'] AS kql_others,
  [coalesce(d.value, '') FOR d IN details IF d.key = 'Justification'] AS kql_justifications
FROM received r`;
}
