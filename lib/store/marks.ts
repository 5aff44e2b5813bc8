import { type CheckId, checkIds, type Mark, type Strength, strengths } from '../request';

/**
 * The marks of a request as one number, two bits for each check: 0 where it does not mark, 1 low, 2 medium, 3 strong.
 * In that form a filter, a facet and the order cost little on a million requests, and they can be changed in place.
 */
const bits = 2;

/** SQL for the number of a strength. */
export const rankOf = (strength: string) =>
  `CASE ${strength} WHEN 'strong' THEN 3 WHEN 'medium' THEN 2 WHEN 'low' THEN 1 ELSE 0 END`;

/** SQL for the part of the number that a check (its id, as SQL) with a strength has. */
export const markOf = (id: string, strength: string) =>
  `((${rankOf(strength)})::UBIGINT << (CASE ${id} ${checkIds
    .map((each, place) => `WHEN '${each}' THEN ${place * bits}`)
    .join(' ')} END))`;

/** SQL for whether a check marks a request `r`. */
export const isMarkedBy = (id: CheckId) => `(r.marks >> ${checkIds.indexOf(id) * bits}) & 3 > 0`;

/** SQL for the ids of the checks that mark a request `r`, as a list. */
export const checksOf = `CASE WHEN r.marks > 0 THEN [id FOR id IN [${checkIds
  .map((id) => `CASE WHEN ${isMarkedBy(id)} THEN '${id}' END`)
  .join(', ')}] IF id IS NOT NULL] END`;

/** SQL for the word of the strongest check of a request `r`. */
export const strengthOf = `CASE r.worth // 100 WHEN 3 THEN 'strong' WHEN 2 THEN 'medium' WHEN 1 THEN 'low' WHEN 0 THEN 'none' ELSE 'unknown' END`;

/** SQL for whether a strong or medium check marks a request `r`. */
export const isWorthALook = 'coalesce(r.worth >= 200, false)';

/** The marks in a number, strongest first, then in the order of the checks; null for null. */
export function marksIn(number: number | null): Mark[] | null {
  if (number === null) return null;
  const found = BigInt(number);
  const all = checkIds.flatMap((id, place) => {
    const strength = ofRank[Number((found >> BigInt(place * bits)) & 3n)];
    return strength ? [{ id, strength }] : [];
  });
  return strengths.flatMap((strength) => all.filter((mark) => mark.strength === strength));
}

const ofRank: readonly (Strength | null)[] = [null, 'low', 'medium', 'strong'];

/** Keeps the marks of the requests of `touched`, which are about to be folded anew. */
export const keepMarks = `
CREATE OR REPLACE TEMP TABLE former_marks AS
SELECT tenant, request_id, marks, worth FROM requests SEMI JOIN touched USING (tenant, request_id) WHERE marks IS NOT NULL`;

/** Gives folded requests the marks they had, which stand until the checks have looked at them again. */
export const restoreMarks = `
UPDATE requests SET marks = f.marks, worth = f.worth FROM former_marks f
WHERE requests.tenant = f.tenant AND requests.request_id = f.request_id;
DROP TABLE former_marks`;
