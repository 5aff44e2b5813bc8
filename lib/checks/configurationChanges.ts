import { changedTargets } from './changedTargets';
import { added, type Control, controlNames, controls } from './controls';

/** The relation `configuration_changes` for some of the events, read beside some of the requests. */
export function configurationChangesOf({ events, requests }: { events: string; requests: string }): string {
  return `
WITH configured AS (
  SELECT e.tenant, e.key, e.instant, e.at_text, e.operation, lower(e.operation) AS name, e.actor_kind, e.actor_id, e.actor, e.actor_name,
    e.policy_id, e.policy, ${changedTargets('c.target_resources')} AS targets,
    coalesce(from_json(c.additional_details, '[{"key":"VARCHAR","value":"VARCHAR"}]'), []) AS details
  FROM ${events} e JOIN records c ON c.tenant = e.tenant AND c.key = e.key AND c.class <> 'waiting'
  WHERE e.step = 'configure' AND NOT e.failed
  QUALIFY row_number() OVER (PARTITION BY e.tenant, e.key ORDER BY c.rid) = 1
), typed AS (
  SELECT *, ${kind} AS kind, ${change} AS change,
    flatten([t.changes FOR t IN targets]) AS properties,
    [t.id FOR t IN targets IF t.type = 'accesspackage' AND t.id <> ''] AS own_packages,
    [t.id FOR t IN targets IF t.type = 'accesspackagecatalog' AND t.id <> ''] AS catalogues
  FROM configured
), stated AS (
  SELECT *,
    ${truth(property(["'isapprovalrequiredforadd'", "'isapprovalrequired'"], 'before'))} AS approval_was,
    ${truth(`coalesce(${property(["'isapprovalrequiredforadd'", "'isapprovalrequired'"], 'after')}, ${detail('isapprovalrequiredforadd')})`)} AS approval_is,
    ${stages(property(["'approvalmode'"], 'before'))} AS stages_was, ${stages(property(["'approvalmode'"], 'after'))} AS stages_is,
    ${scope(property(["'specificallowedtargets'", "'allowedtargetscope'"], 'before'))} AS scope_was,
    ${scope(`coalesce(${property(["'specificallowedtargets'", "'allowedtargetscope'"], 'after')}, ${detail('specificallowedtargets')})`)} AS scope_is,
    ${truth(property(["'isexternallyvisible'"], 'before'))} AS visible_was, ${truth(property(["'isexternallyvisible'"], 'after'))} AS visible_is,
    CASE WHEN kind = 'policy' THEN policy_id WHEN kind = 'catalogue' THEN catalogues[1]
      WHEN kind = 'incompatible' THEN array_to_string(list_sort([t.id FOR t IN targets IF t.id <> '']), ',') END AS subject
  FROM typed
), followed AS (
  SELECT *,
    coalesce(approval_was, lag(approval_is IGNORE NULLS) OVER own) AS approval_before,
    coalesce(scope_was, lag(scope_is IGNORE NULLS) OVER own) AS scope_before
  FROM stated WINDOW own AS (PARTITION BY tenant, kind, coalesce(subject, key) ORDER BY instant, key)
), used AS (
  SELECT f.tenant, f.key, CASE d.outcome WHEN 'approved' THEN 1 ELSE 0 END AS approval
  FROM (SELECT tenant, key, policy_id, instant FROM followed WHERE change = 'updated' AND approval_is = 0 AND approval_before IS NULL) f
  ASOF JOIN (SELECT tenant, policy_id, outcome, decided FROM ${requests}
    WHERE outcome IN ('approved', 'auto-approved') AND kind <> 'removal' AND decided IS NOT NULL AND policy_id IS NOT NULL) d
    ON d.tenant = f.tenant AND d.policy_id = f.policy_id AND f.instant > d.decided
), weighed AS (
  SELECT f.*, coalesce(f.approval_before, u.approval) AS approval_then,
    CASE WHEN change = 'deleted' THEN 1 ELSE 0 END AS rule_was,
    CASE ${moved('<')} WHEN kind = 'policy' AND change = 'created' AND approval_is = 0 THEN 'added' END AS weakened,
    CASE ${moved('>')} END AS tightened
  FROM followed f LEFT JOIN used u ON u.tenant = f.tenant AND u.key = f.key
), of_policy AS (
  SELECT w.tenant, w.key, list(DISTINCT p.package_id) AS ids
  FROM weighed w JOIN (SELECT tenant, policy_id, package_id, min(first) AS since FROM ${requests} WHERE package_id IS NOT NULL GROUP BY ALL) p
    ON p.tenant = w.tenant AND p.policy_id = w.policy_id AND p.since <= w.instant
  WHERE len(w.own_packages) = 0 GROUP BY ALL
), of_catalogue AS (
  SELECT w.tenant, w.key, list(DISTINCT p.package_id) AS ids
  FROM (SELECT tenant, key, instant, unnest(catalogues) AS catalogue FROM weighed WHERE len(own_packages) = 0 AND policy_id IS NULL) w
  JOIN (SELECT tenant, catalogue, package_id, min(instant) AS since
    FROM (SELECT tenant, instant, package_id, unnest(catalogues) AS catalogue FROM (SELECT tenant, instant, catalogues, unnest(own_packages) AS package_id FROM weighed)) GROUP BY ALL) p
    ON p.tenant = w.tenant AND p.catalogue = w.catalogue AND p.since <= w.instant
  GROUP BY ALL
)
SELECT w.tenant, w.key, w.instant, w.at_text, w.operation, w.kind, w.change, w.actor_kind, w.actor_id, w.actor, w.actor_name,
  CASE WHEN len(w.own_packages) > 0 THEN list_distinct(w.own_packages) ELSE coalesce(p.ids, c.ids, []) END AS package_ids,
  w.policy_id, w.policy, w.subject, w.catalogues AS catalogue_ids, w.targets, w.properties, w.weakened, w.tightened,
  CASE w.weakened ${words('weakens')} WHEN 'added' THEN '${added}' END AS weakens, CASE w.tightened ${words('tightens')} END AS tightens,
  CASE WHEN w.kind = 'policy' THEN list_distinct(flatten([${newIds} FOR p IN w.properties
    IF contains(lower(p.property), 'approver') OR contains(lower(p.property), 'stage')])) ELSE [] END AS approver_ids,
  CASE WHEN w.kind = 'role' THEN [t.id FOR t IN w.targets IF t.type IN ('user', 'serviceprincipal') AND t.id <> ''] ELSE [] END AS principal_ids,
  CASE WHEN w.kind = 'role' THEN lower(${detail('roledefinitionid', 'w.details')}) END AS role_id
FROM weighed w LEFT JOIN of_policy p ON p.tenant = w.tenant AND p.key = w.key LEFT JOIN of_catalogue c ON c.tenant = w.tenant AND c.key = w.key`;
}

const kind = `CASE WHEN contains(name, 'assignment policy') THEN 'policy' WHEN contains(name, 'incompatible') THEN 'incompatible'
  WHEN contains(name, 'role assignment') THEN 'role' WHEN contains(name, 'catalog resource') OR starts_with(name, 'create resource') THEN 'resource'
  WHEN contains(name, 'catalog') THEN 'catalogue' WHEN contains(name, 'tenant setting') THEN 'settings'
  WHEN ends_with(name, ' access package') THEN 'package' ELSE 'other' END`;

const change = `CASE WHEN regexp_matches(name, '^(delete|remove) ') OR contains(name, 'resource remove') THEN 'deleted'
  WHEN regexp_matches(name, '^(create|add|assign) ') THEN 'created' ELSE 'updated' END`;

/** Name and value come from one entry, never from lists of names and of values. */
const property = (names: readonly string[], side: 'before' | 'after') =>
  `[p.${side} FOR p IN properties IF lower(p.property) IN (${names.join(', ')})][1]`;
const detail = (key: string, details = 'details') =>
  `[d.value FOR d IN ${details} IF lower(d.key) = '${key}'][1]`;

/** A value can be text, JSON or a list of one: its letters tell. The stricter state has the higher number. */
const letters = (value: string) => `regexp_replace(lower(${value}), '[^a-z]', '', 'g')`;
const truth = (value: string) => `CASE ${letters(value)} WHEN 'true' THEN 1 WHEN 'false' THEN 0 END`;
const stages = (value: string) =>
  `CASE ${letters(value)} WHEN 'noapproval' THEN 0 WHEN 'singlestage' THEN 1 WHEN 'serial' THEN 2 END`;
/** The allowed target scopes of Microsoft Graph, from nobody to everybody. */
const scope = (value: string) => `CASE ${letters(value)} WHEN 'none' THEN 5 WHEN 'notspecified' THEN 5
  WHEN 'specificdirectoryusers' THEN 4 WHEN 'specificconnectedorganizationusers' THEN 4 WHEN 'specificdirectoryserviceprincipals' THEN 4
  WHEN 'allmemberusers' THEN 3 WHEN 'alldirectoryserviceprincipals' THEN 3 WHEN 'alldirectoryusers' THEN 2
  WHEN 'allconfiguredconnectedorganizationusers' THEN 1 WHEN 'allexternalusers' THEN 0 END`;

const states: Readonly<Record<Control, readonly [before: string, after: string]>> = {
  approval: ['approval_then', 'approval_is'],
  stages: ['stages_was', 'stages_is'],
  scope: ['scope_before', 'scope_is'],
  incompatible: [
    `CASE WHEN kind = 'incompatible' THEN rule_was END`,
    `CASE WHEN kind = 'incompatible' THEN 1 - rule_was END`,
  ],
  visibility: ['visible_is', 'visible_was'],
};

function moved(way: '<' | '>'): string {
  return controlNames
    .map((control) => {
      const [before, after] = states[control];
      return `WHEN ${after} ${way} ${before} THEN '${control}'`;
    })
    .join(' ');
}

const words = (way: 'weakens' | 'tightens') =>
  controlNames.map((control) => `WHEN '${control}' THEN '${controls[control][way]}'`).join(' ');

const guid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
/** Where the old value is not in the log, an update does not tell who is new. */
const newIds = `CASE WHEN p.before IS NOT NULL OR w.change = 'created' THEN
  [id FOR id IN regexp_extract_all(lower(p.after), '${guid}') IF NOT contains(lower(coalesce(p.before, '')), id)] ELSE [] END`;

/**
 * SQL for the records that configure access packages, as a relation `configuration_changes`: `tenant, key, instant,
 * at_text, operation, kind, change, actor_kind, actor_id, actor, actor_name, package_ids, policy_id, policy, subject,
 * catalogue_ids, targets, properties, weakened, tightened, weakens, tightens, approver_ids, principal_ids, role_id`.
 * `kind` is a `ConfigurationKind`, `change` is `created`, `updated` or `deleted`. `package_ids` are those of the
 * record, else those that requests or records up to then tie to its policy or catalogue. `weakened` and `tightened`
 * name the control that it moved (`added` for a new policy without approval) of its `subject`, `weakens` and
 * `tightens` say it in words; null where it moved none. `approver_ids` are those that it put on a list of approvers,
 * `principal_ids` and `role_id` tell a role assignment.
 */
export const configurationChanges = configurationChangesOf({ events: 'events', requests: 'requests' });
