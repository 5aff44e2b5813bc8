import { z } from 'zod';
import { durationWords } from '../words/duration';
import { check } from './check';
import { refusalWords, refusedBefore } from './refusals';
import { secondsFrom } from './secondsFrom';

/** Denied or left to expire, and then approved by people of whom none had denied it. */
export const approvedAfterRefusal = check({
  id: 'approved-after-refusal',
  sql: `
SELECT tenant, request_id, 'medium' AS strength,
  struct_pack(was := was, refuser := refuser, after := ${secondsFrom('refused_at', 'given_at')},
    approver := coalesce(decisions[-1].approver, decisions[-1]."approverName", decisions[-1]."approverId")) AS facts,
  CASE was WHEN 'expired' THEN 'the log does not say who had been asked the first time' END AS limits, records
FROM (${refusedBefore(`r.outcome = 'approved' AND len(r.decisions) > 0`)})
WHERE NOT list_has_any(given_by, [id FOR id IN refused_by IF id IS NOT NULL])`,
  facts: z.object({
    was: z.enum(['denied', 'expired']),
    refuser: z.string().nullable(),
    after: z.number(),
    approver: z.string().nullable(),
  }),
  say: ({ was, refuser, after, approver }) =>
    `${refusalWords({ was, refuser })}; ${approver ?? 'somebody else'} approved this one ${durationWords(after)} later.`,
});
