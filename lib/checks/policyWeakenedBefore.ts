import { z } from 'zod';
import { durationWords } from '../words/duration';
import { changesOf, nameOr, who } from './changesOf';
import { check } from './check';
import { controlNames, controls } from './controls';
import { secondsFrom } from './secondsFrom';
import { thresholds } from './thresholds';

const within = thresholds.policyWeakenedBefore.hours * 3600;

/**
 * A person's decision answers to the rules that held when it was asked for: what was loosened while it waited counts
 * only where nobody decided. What was tightened again before the asking does not count. An incompatibility rule says
 * much only where the data show that the receiver holds the other package.
 */
const sql = `
WITH granted AS (
  SELECT tenant, request_id, package_id, policy_id, target_id, outcome,
    coalesce(requested, first) AS asked, coalesce(decided, requested, first) AS granted
  FROM requests SEMI JOIN concerned USING (tenant, request_id)
  WHERE kind NOT IN ('removal', 'direct', 'policy')
    AND (outcome IN ('approved', 'auto-approved') OR (outcome = 'unknown' AND delivery IN ('delivered', 'partial')))
), loosened AS (
  SELECT tenant, key, instant, ${who} AS who, actor_id, package_ids, policy_id, kind, subject, weakened
  FROM configuration_changes WHERE weakened IN (${controlNames.map((name) => `'${name}'`).join(', ')})
), tightened AS (
  SELECT tenant, key, instant, ${who} AS who, actor_id, subject, tightened
  FROM configuration_changes WHERE tightened IS NOT NULL
), followed AS (
  SELECT l.*, t.instant AS undone, t.key AS undone_key, t.who AS undone_by, t.actor_id AS undone_by_id
  FROM loosened l ASOF LEFT JOIN tightened t
    ON t.tenant = l.tenant AND t.subject = l.subject AND t.tightened = l.weakened AND l.instant < t.instant
), pairs AS (${changesOf(
  'granted',
  'followed',
  `c.instant <= r.granted AND ${secondsFrom('c.instant', 'r.asked')} <= ${within}
    AND NOT (r.outcome = 'approved' AND c.instant > r.asked) AND (c.undone IS NULL OR c.undone > r.asked)`,
)}), held AS (
  SELECT DISTINCT p.r.tenant AS tenant, p.r.request_id AS request_id, p.c.key AS key
  FROM (SELECT r, c, unnest(c.package_ids) AS other FROM pairs WHERE c.weakened = 'incompatible') p
  JOIN requests h ON h.tenant = p.r.tenant AND h.target_id = p.r.target_id AND h.package_id = p.other
  LEFT JOIN removed x ON x.tenant = h.tenant AND x.request_id = h.request_id
  WHERE p.other <> p.r.package_id AND h.kind <> 'removal' AND h.delivery IN ('delivered', 'partial') AND h.last <= p.r.granted
    AND (x.at_text IS NULL OR x.at_text::TIMESTAMP_NS > p.r.asked)
), weighed AS (
  SELECT p.r, p.c, h.key IS NOT NULL AS holds, p.c.weakened <> 'incompatible' OR holds AS strong,
    ${secondsFrom('p.r.granted', 'p.c.undone')} <= ${within} AS told
  FROM pairs p LEFT JOIN held h ON h.tenant = p.r.tenant AND h.request_id = p.r.request_id AND h.key = p.c.key
  QUALIFY row_number() OVER (PARTITION BY p.r.tenant, p.r.request_id ORDER BY strong DESC, p.c.instant DESC, p.c.key) = 1
)
SELECT r.tenant AS tenant, r.request_id AS request_id, CASE WHEN strong THEN 'strong' ELSE 'low' END AS strength,
  struct_pack(who := c.who, control := c.weakened, holds := holds, asked := c.instant <= r.asked,
    before := CASE WHEN c.instant <= r.asked THEN ${secondsFrom('c.instant', 'r.asked')} ELSE ${secondsFrom('c.instant', 'r.granted')} END,
    undone := CASE WHEN told THEN struct_pack(who := c.undone_by, same := c.undone_by_id IS NOT DISTINCT FROM c.actor_id,
      after := ${secondsFrom('r.granted', 'c.undone')}) END) AS facts,
  CASE WHEN r.policy_id IS NULL AND c.policy_id IS NOT NULL THEN 'the request names no policy; this is one of ' || (
    SELECT greatest(count(DISTINCT q.policy_id), 1) FROM requests q
    WHERE q.tenant = w.r.tenant AND q.package_id = w.r.package_id AND q.first <= w.r.granted) || ' of the package' END AS limits,
  CASE WHEN told THEN [c.key, c.undone_key] ELSE [c.key] END AS records
FROM weighed w`;

export const policyWeakenedBefore = check({
  id: 'policy-weakened-before',
  sql,
  facts: z.object({
    who: z.string().nullable(),
    control: z.enum(controlNames),
    holds: z.boolean(),
    asked: z.boolean(),
    before: z.number(),
    undone: z.object({ who: z.string().nullable(), same: z.boolean(), after: z.number() }).nullable(),
  }),
  say: ({ who, control, holds, asked, before, undone }) => {
    const { weakens, tightens, again } = controls[control];
    const loosened = `${nameOr(who)} ${weakens} ${durationWords(before)} before it was ${asked ? 'asked for' : 'granted'}`;
    const other = holds ? ' The receiver already held the other package.' : '';
    if (undone === null) return `${loosened}.${other}`;
    const when =
      undone.after < 0 ? 'before it was granted' : `${durationWords(undone.after)} after it was granted`;
    return `${loosened}, and ${undone.same ? again : `${nameOr(undone.who)} ${tightens}`} ${when}.${other}`;
  },
});
