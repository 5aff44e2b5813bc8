import { z } from 'zod';
import { countWords } from '../words/count';
import { check } from './check';
import { hasOnlyIdleWords } from './idleWords';
import { hasReason, readableReason, wordsOf } from './normalisedReason';
import { thresholds } from './thresholds';

const { characters, from, usual } = thresholds.weakReason;

/** A character of a script without spaces says about as much as two letters. */
const isShort = (reason: string) => `CASE WHEN length(trim(${reason})) < ${characters}
  THEN length(trim(${reason})) + length(regexp_replace(${reason}, '[^\\p{Han}\\p{Hiragana}\\p{Katakana}\\p{Hangul}\\p{Thai}]', '', 'g')) < ${characters}
  ELSE false END`;

const isWeak = (reason: string) =>
  `CASE WHEN ${isShort(reason)} THEN true ELSE ${hasOnlyIdleWords(readableReason(reason))} END`;

const earlier = (instant: string) =>
  `ORDER BY ${instant}::TIMESTAMP RANGE BETWEEN INTERVAL ${thresholds.baselineDays} DAY PRECEDING AND INTERVAL 1 MICROSECOND PRECEDING`;

const policyId = 'coalesce(policy_id, package_id)';

/**
 * No reason, or one that says nothing, under a policy whose requests usually give one. The approver counts where
 * every approval was without a reason that says something, and one left out only where approvers usually give it.
 */
export const weakReason = check({
  id: 'weak-reason',
  sql: `
WITH asked AS MATERIALIZED (
  SELECT tenant, request_id, ${policyId} AS under, requested, reason_state, reason, words, sources.requestedAt AS key, outcome,
    CASE WHEN reason_state = 'given' THEN ${isWeak('reason')} ELSE true END AS is_weak
  FROM requests SEMI JOIN concerned USING (tenant, request_id)
  WHERE ${hasReason} AND reason_state <> 'unknown' AND requested IS NOT NULL AND outcome NOT IN ('denied', 'cancelled', 'expired')
), answered AS MATERIALIZED (
  SELECT d.tenant, d.request_id, d.place, d.record, d.reason_state, left(d.reason, 60) AS reason, d.instant,
    CASE WHEN d.reason_state = 'given' THEN ${isWeak('d.reason')} ELSE false END AS says_nothing,
    CASE WHEN d.reason_state = 'given' AND a.reason_state = 'given' THEN ${wordsOf('d.reason')} = a.words ELSE false END AS is_echo
  FROM (FROM decided WHERE is_concerned AND verdict = 'approved') d JOIN asked a USING (tenant, request_id)
), found AS MATERIALIZED (
  SELECT * FROM asked WHERE is_weak
  UNION ALL SELECT * FROM asked SEMI JOIN (FROM answered WHERE is_echo) USING (tenant, request_id) WHERE NOT is_weak
), policies AS (
  SELECT DISTINCT tenant, under FROM found
), asking AS (
  SELECT tenant, request_id, count(*) OVER w AS n, count(*) FILTER (reason_state = 'given') OVER w AS given
  FROM (SELECT tenant, request_id, reason_state, requested, ${policyId} AS under FROM requests
    WHERE ${hasReason} AND reason_state <> 'unknown' AND requested IS NOT NULL)
  SEMI JOIN policies USING (tenant, under)
  WINDOW w AS (PARTITION BY tenant, under ${earlier('requested')})
), answering AS (
  SELECT tenant, request_id, place, count(*) OVER w AS n, count(*) FILTER (reason_state = 'given') OVER w AS given
  FROM (SELECT tenant, request_id, place, reason_state, instant, ${policyId} AS under FROM decided WHERE reason_state <> 'unknown')
  SEMI JOIN policies USING (tenant, under)
  WINDOW w AS (PARTITION BY tenant, under ${earlier('instant')})
), answers AS (
  SELECT d.tenant, d.request_id, list(d.record ORDER BY d.instant, d.record) AS records, bool_or(d.is_echo) AS is_echo,
    bool_and(d.says_nothing OR d.is_echo OR (d.reason_state IN ('absent', 'empty') AND n >= ${from} AND given >= ${usual} * n)) AS are_weak,
    arg_max(d.reason, (d.instant, d.record)) AS reason
  FROM (FROM answered SEMI JOIN found USING (tenant, request_id)) d LEFT JOIN answering USING (tenant, request_id, place) GROUP BY ALL
)
SELECT f.tenant, f.request_id,
  CASE WHEN b.n < ${from} THEN NULL WHEN f.is_weak AND coalesce(s.are_weak, false) THEN 'medium' ELSE 'low' END AS strength,
  struct_pack(reason := left(f.reason, 60), isWeak := f.is_weak, given := b.given, n := b.n,
    approvers := CASE WHEN s.is_echo THEN 'echo' WHEN s.are_weak THEN 'weak' END, approverReason := s.reason) AS facts,
  CASE WHEN b.n < ${from} THEN 'too few to compare (' || b.n || ')' END AS limits,
  list_concat([f.key], CASE WHEN s.is_echo OR s.are_weak THEN s.records ELSE [] END) AS records
FROM found f JOIN asking b USING (tenant, request_id) LEFT JOIN answers s USING (tenant, request_id)
WHERE b.n < ${from} OR b.given >= ${usual} * b.n`,
  facts: z.object({
    reason: z.string().nullable(),
    isWeak: z.boolean(),
    given: z.number(),
    n: z.number(),
    approvers: z.enum(['echo', 'weak']).nullable(),
    approverReason: z.string().nullable(),
  }),
  say: ({ reason, isWeak, given, n, approvers, approverReason }) => {
    if (!isWeak) return 'The approver gave the words of the requestor as their own reason.';
    const asked = reason === null ? 'The requestor gave no reason' : `The requestor’s reason is “${reason}”`;
    const answered = {
      echo: ', and the approver repeated it',
      weak: `, and the approver ${approverReason === null ? 'gave none' : `wrote “${approverReason}”`}`,
      none: '',
    }[approvers ?? 'none'];
    return `${asked}${answered}; ${countWords(given)} of ${countWords(n)} earlier requests under the policy gave one.`;
  },
});
