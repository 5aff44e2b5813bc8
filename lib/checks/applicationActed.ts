import { z } from 'zod';
import { countWords } from '../words/count';
import { durationWords } from '../words/duration';
import { changesOf, who } from './changesOf';
import { check } from './check';
import { type Control, controlNames, controls } from './controls';
import { secondsFrom } from './secondsFrom';
import { thresholds } from './thresholds';

const { usualFrom, hoursFromChangeToRequest } = thresholds.applicationActed;

/** An application that asks often is low; one that approves, loosens a policy or asks for the first times is not. */
const sql = `
WITH granted AS (
  SELECT tenant, request_id, package_id, policy_id, kind, coalesce(requested, first) AS asked, sources."requestedAt" AS asked_key, decisions
  FROM requests SEMI JOIN concerned USING (tenant, request_id) WHERE kind NOT IN ('removal', 'policy')
), asking AS (
  SELECT tenant, key, ${who} AS who, count(*) OVER (PARTITION BY tenant, actor_id ORDER BY instant
    RANGE BETWEEN INTERVAL ${thresholds.baselineDays} DAY PRECEDING AND CURRENT ROW) - 1 AS earlier
  FROM (SELECT * REPLACE (instant::TIMESTAMP AS instant) FROM events
    WHERE actor_kind = 'app' AND step = 'request' AND class <> 'context' AND kind NOT IN ('policy', 'removal'))
), asked AS (
  SELECT g.tenant, g.request_id, CASE WHEN a.earlier < ${usualFrom} THEN 'medium' ELSE 'low' END AS strength, a.who,
    CASE WHEN g.kind = 'direct' THEN 'assigned' ELSE 'asked' END AS act, a.earlier, NULL::DOUBLE AS before, a.key
  FROM granted g JOIN asking a ON a.tenant = g.tenant AND a.key = g.asked_key
), approved AS (
  SELECT g.tenant, g.request_id, 'medium' AS strength, coalesce(e.actor_name, e.actor_id) AS who, 'approved' AS act,
    NULL::BIGINT AS earlier, NULL::DOUBLE AS before, e.key
  FROM (SELECT tenant, request_id, unnest(decisions) AS d FROM granted) g
  JOIN events e ON e.tenant = g.tenant AND e.key = g.d.record
  WHERE g.d.verdict = 'approved' AND e.actor_kind = 'app'
), loosened AS (
  SELECT tenant, key, instant, ${who} AS who, package_ids, policy_id, weakened FROM configuration_changes
  WHERE actor_kind = 'app' AND weakened IN (${controlNames.map((name) => `'${name}'`).join(', ')})
), pairs AS (${changesOf(
  'granted',
  'loosened',
  `c.instant <= r.asked AND ${secondsFrom('c.instant', 'r.asked')} <= ${hoursFromChangeToRequest * 3600}`,
)}), acts AS (
  FROM asked UNION ALL FROM approved
  UNION ALL SELECT r.tenant, r.request_id, 'medium', c.who, c.weakened, NULL, ${secondsFrom('c.instant', 'r.asked')}, c.key FROM pairs
)
SELECT tenant, request_id, strength, struct_pack(who := who, act := act, earlier := earlier, before := before) AS facts,
  NULL::VARCHAR AS limits, [key] AS records
FROM acts QUALIFY row_number() OVER (PARTITION BY tenant, request_id ORDER BY strength = 'low', act, key) = 1`;

export const applicationActed = check({
  id: 'application-acted',
  sql,
  facts: z.object({
    who: z.string().nullable(),
    act: z.enum(['asked', 'assigned', 'approved', ...controlNames]),
    earlier: z.number().nullable(),
    before: z.number().nullable(),
  }),
  say: ({ who, act, earlier, before }) => {
    const application = `The application ${who ?? 'that the records do not name'}`;
    if (act === 'approved') return `${application} approved.`;
    if (act === 'asked' || act === 'assigned') return `${application} ${act}. ${askedBefore(earlier ?? 0)}`;
    return `${application} ${weakens(act)} ${durationWords(before ?? 0)} before it was asked for.`;
  },
});

const weakens = (control: Control) => controls[control].weakens;

function askedBefore(earlier: number): string {
  const { baselineDays } = thresholds;
  if (earlier === 0) return `It had not done so in the ${baselineDays} days before.`;
  return `It had done so ${countWords(earlier)} ${earlier === 1 ? 'time' : 'times'} in the ${baselineDays} days before.`;
}
