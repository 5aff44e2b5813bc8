/**
 * SQL for what becomes of a record: `entitlement`, `approval` (approval service), `context`
 * (kept beside), `waiting` (another service's, whose CorrelationId a request may still claim) or `elsewhere`
 * (counted, not kept). `i` names the record's relation; `o` its row of `operations`, if any.
 */
export function classOf(i: string): string {
  return `CASE
    WHEN lower(${i}.category) = 'entitlementmanagement' THEN 'entitlement'
    WHEN o.service = 'approval' THEN 'approval'
    WHEN coalesce(lower(${i}.category), '') IN ('', 'audit') AND (o.service = 'entitlement' OR
      list_bool_or([starts_with(lower(t), 'accesspackage') FOR t IN json_extract_string(${i}.target_resources, '$[*].type') IF t IS NOT NULL])) THEN 'entitlement'
    WHEN lower(json_extract_string(${i}.initiated_by, '$.app.displayName')) = 'azure ad identity governance - user management'
      OR lower(${i}.operation_name) = 'add user' THEN 'context'
    WHEN nullif(trim(${i}.correlation_id), '') IS NOT NULL THEN 'waiting'
    ELSE 'elsewhere' END`;
}

/**
 * SQL for what two copies of one record share when one has no `Id`: time, operation,
 * correlation, actor and target ids; with `cut`, the first three targets only, as many as a portal CSV carries.
 */
export function printOf(i: string, cut: boolean): string {
  const targets = `from_json(${i}.target_resources, '[{"id":"VARCHAR"}]')`;
  return `md5(concat_ws(chr(31),
    epoch_ns(CAST(coalesce(${i}.activity_date_time, ${i}.time_generated) AS TIMESTAMP_NS)), lower(${i}.operation_name), lower(coalesce(${i}.correlation_id, '')),
    lower(coalesce(json_extract_string(${i}.initiated_by, '$.user.id'), json_extract_string(${i}.initiated_by, '$.app.servicePrincipalId'),
      json_extract_string(${i}.initiated_by, '$.user.userPrincipalName'), json_extract_string(${i}.initiated_by, '$.app.displayName'), '')),
    array_to_string([lower(coalesce(t.id, '')) FOR t IN coalesce(${targets}, [])]${cut ? '[1:3]' : ''}, ',')))`;
}
