import { z } from 'zod';
import { durationWords } from '../words/duration';
import { changesOf, nameOr } from './changesOf';
import { check } from './check';
import { secondsFrom } from './secondsFrom';
import { thresholds } from './thresholds';

const { listedDays, accountDays, dataDays } = thresholds.newApprover;

/**
 * An account that the data show before its `Add user` was not created then. Where the data begin shortly before the
 * decision, only what they do tell is said.
 */
const sql = `
WITH approved AS (
  SELECT d.tenant, d.request_id, d.package_id, d.policy_id, d.approver_id, d.approver AS who,
    d.instant AS decided, d.record, d.place
  FROM decided d
  WHERE d.is_concerned AND d.verdict = 'approved' AND d.kind <> 'removal' AND d.approver_id IS NOT NULL
), listed AS (
  SELECT tenant, key, instant, package_ids, policy_id, unnest(approver_ids) AS approver_id FROM configuration_changes WHERE len(approver_ids) > 0
), pairs AS (${changesOf(
  'approved',
  'listed',
  `c.approver_id = r.approver_id AND c.instant <= r.decided AND ${secondsFrom('c.instant', 'r.decided')} <= ${listedDays * 86_400}`,
)}), made AS (
  SELECT r.tenant AS tenant, r.request_id AS request_id, r.place AS place, max(c.instant) AS instant, arg_max(c.key, c.instant) AS key
  FROM pairs GROUP BY ALL
), added AS (
  SELECT tenant, user_id AS approver_id, min(instant) AS instant, arg_min(key, instant) AS key
  FROM events SEMI JOIN approved a ON a.tenant = events.tenant AND a.approver_id = events.user_id
  WHERE class = 'context' AND step IS NULL AND lower(operation) = 'add user' AND NOT failed AND user_id IS NOT NULL GROUP BY ALL
), seen AS (
  SELECT tenant, id, min(instant) AS instant FROM (
    SELECT tenant, actor_id AS id, instant FROM events UNION ALL SELECT tenant, user_id, instant FROM events
  ) named SEMI JOIN added a ON a.tenant = named.tenant AND a.approver_id = named.id GROUP BY ALL
), born AS (
  SELECT a.tenant, a.approver_id, a.instant, a.key FROM added a JOIN seen s ON s.tenant = a.tenant AND s.id = a.approver_id AND s.instant >= a.instant
), begun AS (
  SELECT tenant, min(instant) AS instant FROM events GROUP BY tenant
), found AS (
  SELECT a.*, ${secondsFrom('m.instant', 'a.decided')} AS listed, m.key AS listed_key,
    CASE WHEN b.instant <= a.decided AND ${secondsFrom('b.instant', 'a.decided')} <= ${accountDays * 86_400} THEN ${secondsFrom('b.instant', 'a.decided')} END AS account,
    b.key AS account_key, ${secondsFrom('g.instant', 'a.decided')} AS data, listed IS NOT NULL OR account IS NOT NULL AS is_new
  FROM approved a JOIN begun g ON g.tenant = a.tenant
  LEFT JOIN made m ON m.tenant = a.tenant AND m.request_id = a.request_id AND m.place = a.place
  LEFT JOIN born b ON b.tenant = a.tenant AND b.approver_id = a.approver_id
  QUALIFY row_number() OVER (PARTITION BY a.tenant, a.request_id ORDER BY is_new DESC, data, a.place) = 1
)
SELECT tenant, request_id, CASE WHEN is_new THEN 'medium' END AS strength,
  struct_pack(who := who, listed := listed, account := account) AS facts,
  CASE WHEN NOT is_new THEN 'the data begin only ' || floor(data / 86400)::INTEGER || ' days before the decision' END AS limits,
  CASE WHEN is_new THEN [record, listed_key, CASE WHEN account IS NOT NULL THEN account_key END] ELSE [] END AS records
FROM found WHERE is_new OR data < ${dataDays * 86_400}`;

export const newApprover = check({
  id: 'new-approver',
  sql,
  facts: z.object({
    who: z.string().nullable(),
    listed: z.number().nullable(),
    account: z.number().nullable(),
  }),
  say: ({ who, listed, account }) => {
    const name = nameOr(who);
    const told = [
      ...(listed === null ? [] : [`was made an approver ${durationWords(listed)} before approving`]),
      ...(account === null
        ? []
        : [
            `${listed === null ? 'approved with an account' : 'has an account'} that was created ${durationWords(account)} before${listed === null ? '' : ' that'}`,
          ]),
    ];
    return `${name} ${told.join(', and ')}.`;
  },
});
