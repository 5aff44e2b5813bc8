import { z } from 'zod';
import { durationWords } from '../words/duration';
import { changesOf, nameOr, who } from './changesOf';
import { check } from './check';
import { secondsFrom } from './secondsFrom';
import { thresholds } from './thresholds';

const { days, hoursFromChangeToRequest } = thresholds.roleGrantedThenUsed;

/** A role is used by assigning somebody directly, or by configuring what a request soon after is made under. */
const sql = `
WITH given AS (
  SELECT tenant, key, instant, ${who} AS giver, actor_id AS giver_id, role_id, unnest(principal_ids) AS holder
  FROM configuration_changes WHERE kind = 'role' AND change = 'created'
), grants AS (
  SELECT r.tenant, r.request_id, r.package_id, r.policy_id, r.kind, r.requestor_id, coalesce(r.requestor_name, r.requestor, r.requestor_id) AS requestor,
    coalesce(r.requested, r.first) AS asked, r.sources."requestedAt" AS asked_key
  FROM requests r SEMI JOIN concerned USING (tenant, request_id)
  WHERE r.kind NOT IN ('removal', 'policy') AND r.outcome IN ('approved', 'auto-approved', 'assigned', 'unknown')
), changed AS (
  SELECT x.tenant, x.key, x.instant, coalesce(x.actor_name, x.actor, x.actor_id) AS who, x.actor_id, x.package_ids, x.policy_id,
    g.key AS given_key, g.instant AS given, g.giver, g.giver_id, g.role_id
  FROM configuration_changes x ASOF JOIN given g ON g.tenant = x.tenant AND g.holder = x.actor_id AND x.instant > g.instant
  WHERE x.kind NOT IN ('settings', 'other') AND ${secondsFrom('g.instant', 'x.instant')} <= ${days * 86_400}
), pairs AS (${changesOf(
  'grants',
  'changed',
  `c.instant <= r.asked AND ${secondsFrom('c.instant', 'r.asked')} <= ${hoursFromChangeToRequest * 3600}`,
)}), uses AS (
  SELECT tenant, request_id, requestor AS who, requestor_id AS holder, 'assigned' AS use, asked AS used, g.key AS given_key, g.instant AS given,
    g.giver, g.giver_id, g.role_id, asked_key AS key
  FROM (FROM grants WHERE kind = 'direct') d
  ASOF JOIN (SELECT tenant AS t, * EXCLUDE (tenant) FROM given) g ON g.t = d.tenant AND g.holder = d.requestor_id AND d.asked > g.instant
  WHERE ${secondsFrom('g.instant', 'd.asked')} <= ${days * 86_400}
  UNION ALL
  SELECT r.tenant, r.request_id, c.who, c.actor_id, 'configured', c.instant, c.given_key, c.given, c.giver, c.giver_id, c.role_id, c.key FROM pairs
), first_use AS (
  SELECT *, giver_id IS NOT DISTINCT FROM holder AS self FROM uses
  QUALIFY row_number() OVER (PARTITION BY tenant, request_id ORDER BY self DESC, used, key) = 1
)
SELECT tenant, request_id, CASE WHEN self THEN 'strong' ELSE 'medium' END AS strength,
  struct_pack(who := who, giver := giver, self := self, role := role_id, use := use, after := ${secondsFrom('given', 'used')}) AS facts,
  NULL::VARCHAR AS limits, [given_key, key] AS records
FROM first_use`;

/** The role definitions of entitlement management; their ids are the same in every tenant. */
const roles: ReadonlyMap<string, string> = new Map([
  ['ba92d953-d8e0-4e39-a797-0cbedb0a89e8', 'catalogue creator'],
  ['ae79f266-94d4-4dab-b730-feca7e132178', 'catalogue owner'],
  ['44272f93-9762-48e8-af59-1b5351b1d6b3', 'catalogue reader'],
  ['7f480852-ebdc-47d4-87de-0d8498384a83', 'access package manager'],
  ['e2182095-804a-4656-ae11-64734e9b7ae5', 'access package assignment manager'],
]);
const uses = { assigned: 'assigned the access', configured: 'changed what governs the access' } as const;

export const roleGrantedThenUsed = check({
  id: 'role-granted-then-used',
  sql,
  facts: z.object({
    who: z.string().nullable(),
    giver: z.string().nullable(),
    self: z.boolean(),
    role: z.string().nullable(),
    use: z.enum(['assigned', 'configured']),
    after: z.number(),
  }),
  say: ({ who, giver, self, role, use, after }) => {
    const named = roles.get(role ?? '');
    const given = named === undefined ? 'an entitlement management role' : `the role of ${named}`;
    return `${nameOr(who)} ${uses[use]} ${durationWords(after)} after ${self ? 'taking' : 'being given'} ${given}${self ? '' : ` by ${nameOr(giver)}`}.`;
  },
});
