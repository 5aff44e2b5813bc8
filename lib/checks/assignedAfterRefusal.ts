import { z } from 'zod';
import { durationWords } from '../words/duration';
import { check } from './check';
import { refusalWords, refusedBefore } from './refusals';
import { secondsFrom } from './secondsFrom';

/** Denied or left to expire, and then given by an administrator or by a policy without approval. */
export const assignedAfterRefusal = check({
  id: 'assigned-after-refusal',
  sql: `
SELECT tenant, request_id, 'medium' AS strength,
  struct_pack(was := was, refuser := refuser, outcome := outcome, after := ${secondsFrom('refused_at', 'given_at')}) AS facts,
  NULL::VARCHAR AS limits, records
FROM (${refusedBefore(`r.outcome IN ('assigned', 'auto-approved')`)})`,
  facts: z.object({
    was: z.enum(['denied', 'expired']),
    refuser: z.string().nullable(),
    outcome: z.enum(['assigned', 'auto-approved']),
    after: z.number(),
  }),
  say: ({ was, refuser, outcome, after }) => {
    const given =
      outcome === 'assigned' ? 'it was assigned directly' : 'this one was approved by the policy alone';
    return `${refusalWords({ was, refuser })}; ${given} ${durationWords(after)} later.`;
  },
});
