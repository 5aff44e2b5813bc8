import { z } from 'zod';
import { countWords } from '../words/count';
import { durationWords } from '../words/duration';
import { nameOr, who } from './changesOf';
import { check } from './check';
import { secondsFrom } from './secondsFrom';
import { thresholds } from './thresholds';

const { days, uses, strongHours } = thresholds.policyAddedBeside;

/** A package is in use where people approved requests for it under another policy before this one was added. */
const sql = `
WITH added AS (
  SELECT tenant, key, instant, ${who} AS who, policy_id FROM configuration_changes WHERE weakened = 'added'
), used AS (
  SELECT r.tenant, r.request_id, r.package_id, a.key, a.instant, a.who, r.policy_id, ${secondsFrom('a.instant', 'coalesce(r.requested, r.first)')} AS after,
    row_number() OVER (PARTITION BY r.tenant, a.key ORDER BY r.first, r.request_id) AS use
  FROM requests r JOIN added a ON a.tenant = r.tenant AND a.policy_id = r.policy_id AND a.instant <= coalesce(r.requested, r.first)
  WHERE r.outcome = 'auto-approved' AND r.kind <> 'removal'
), beside AS (
  SELECT u.tenant, u.key, u.package_id, count(*) AS approved
  FROM (SELECT DISTINCT tenant, key, instant, package_id, policy_id FROM used WHERE use <= ${uses}) u
  JOIN requests o ON o.tenant = u.tenant AND o.package_id = u.package_id AND o.policy_id <> u.policy_id AND o.decided < u.instant
  WHERE o.outcome = 'approved' AND o.kind <> 'removal' GROUP BY ALL
)
SELECT u.tenant, u.request_id, CASE WHEN u.after <= ${strongHours * 3600} THEN 'strong' ELSE 'medium' END AS strength,
  struct_pack(who := u.who, after := u.after, approved := b.approved) AS facts,
  NULL::VARCHAR AS limits, [u.key] AS records
FROM used u JOIN beside b ON b.tenant = u.tenant AND b.key = u.key AND b.package_id = u.package_id
WHERE u.use <= ${uses} AND u.after <= ${days * 86_400}`;

export const policyAddedBeside = check({
  id: 'policy-added-beside',
  sql,
  facts: z.object({ who: z.string().nullable(), after: z.number(), approved: z.number() }),
  say: ({ who, after, approved }) =>
    `${nameOr(who)} added this policy, which needs no approval, ${durationWords(after)} before it was asked for. Until then people had approved ${countWords(approved)} ${approved === 1 ? 'request' : 'requests'} for the package under other policies.`,
});
