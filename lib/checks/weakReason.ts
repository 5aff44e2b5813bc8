import { z } from 'zod';
import { countWords } from '../words/count';
import { check } from './check';
import { hasOnlyIdleWords } from './idleWords';
import { normalisedReason } from './normalisedReason';
import { thresholds } from './thresholds';

const { characters, from, usual } = thresholds.weakReason;

/** A character of a script without spaces says about as much as two letters. */
const length = (reason: string) =>
  `length(trim(${reason})) + length(regexp_replace(${reason}, '[^\\p{Han}\\p{Hiragana}\\p{Katakana}\\p{Hangul}\\p{Thai}]', '', 'g'))`;

const isWeak = (reason: string) =>
  `(${length(reason)} < ${characters} OR ${hasOnlyIdleWords(normalisedReason(reason))})`;

const earlier = (instant: string) =>
  `ORDER BY ${instant}::TIMESTAMP RANGE BETWEEN INTERVAL ${thresholds.baselineDays} DAY PRECEDING AND INTERVAL 1 MICROSECOND PRECEDING`;

const policyId = 'coalesce(policy_id, package_id)';

const whoSaysWhy = `kind IN ('request', 'on-behalf', 'service-principal', 'extension', 'update')`;

/**
 * No reason, or one that says nothing, under a policy whose requests usually give one. The approver counts where
 * every approval was without a reason that says something, and one left out only where approvers usually give it.
 */
export const weakReason = check({
  id: 'weak-reason',
  sql: `
WITH asked AS MATERIALIZED (
  SELECT tenant, request_id, ${policyId} AS under, requested, reason_state, reason, sources.requestedAt AS key, outcome,
    reason_state <> 'given' OR ${isWeak('reason')} AS is_weak
  FROM requests SEMI JOIN concerned USING (tenant, request_id)
  WHERE ${whoSaysWhy} AND reason_state <> 'unknown' AND requested IS NOT NULL AND outcome NOT IN ('denied', 'cancelled', 'expired')
), answered AS MATERIALIZED (
  SELECT d.tenant, d.request_id, d.record, d.reason_state, d.reason, d.instant, ${policyId} AS under,
    d.reason_state = 'given' AND ${isWeak('d.reason')} AS says_nothing,
    d.reason_state = 'given' AND ${normalisedReason('d.reason')} = ${normalisedReason('a.reason')} AS is_echo
  FROM decided d JOIN asked a ON a.tenant = d.tenant AND a.request_id = d.request_id
  WHERE d.verdict = 'approved'
), found AS MATERIALIZED (
  SELECT a.* FROM asked a WHERE a.is_weak
    OR EXISTS (FROM answered d WHERE d.tenant = a.tenant AND d.request_id = a.request_id AND d.is_echo)
), asking AS (
  SELECT tenant, request_id, count(*) OVER w AS n, count(*) FILTER (reason_state = 'given') OVER w AS given
  FROM (SELECT *, ${policyId} AS under FROM requests WHERE ${whoSaysWhy} AND reason_state <> 'unknown' AND requested IS NOT NULL)
  SEMI JOIN (SELECT DISTINCT tenant, under FROM found) USING (tenant, under)
  WINDOW w AS (PARTITION BY tenant, under ${earlier('requested')})
), answering AS (
  SELECT tenant, record, count(*) OVER w AS n, count(*) FILTER (reason_state = 'given') OVER w AS given
  FROM (SELECT *, ${policyId} AS under FROM decided WHERE reason_state <> 'unknown')
  SEMI JOIN (SELECT DISTINCT tenant, under FROM found) USING (tenant, under)
  WINDOW w AS (PARTITION BY tenant, under ${earlier('instant')})
), answers AS (
  SELECT d.tenant, d.request_id, list(d.record ORDER BY d.instant, d.record) AS records, bool_or(d.is_echo) AS is_echo,
    bool_and(d.says_nothing OR d.is_echo OR (d.reason_state IN ('absent', 'empty') AND n >= ${from} AND given >= ${usual} * n)) AS are_weak,
    arg_max(left(d.reason, 60), (d.instant, d.record)) AS reason
  FROM answered d LEFT JOIN answering USING (tenant, record) GROUP BY ALL
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
