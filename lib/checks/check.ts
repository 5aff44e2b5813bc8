import type { z } from 'zod';
import type { CheckId } from '../request';

/** One explained rule that marks a request as worth a look. */
export interface Check {
  id: CheckId;
  /**
   * SQL over the relations that `lib/store/deriveChecks.ts` lays out, with one row for each request of `concerned`
   * that is marked: `tenant, request_id, strength, facts, limits, records`. `facts` is a struct of what the sentence
   * tells, `records` the keys of the audit records used, null where there is none. Strength null: the data could not tell, for what `limits` says.
   */
  sql: string;
  /** What was found, with its numbers, from `facts` as JSON. Throws when they are not the check's own. */
  say: (facts: unknown) => string;
}

/** A check whose sentence is made from facts of one shape. */
export function check<Facts extends z.ZodType>({
  facts,
  say,
  ...rest
}: Omit<Check, 'say'> & { facts: Facts; say: (facts: z.infer<Facts>) => string }): Check {
  return { ...rest, say: (found) => say(facts.parse(found)) };
}
