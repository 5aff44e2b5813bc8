import type { Clause } from '../filter/clause';
import { isMarked } from './bits';
import type { Columns } from './columns';
import type { Answers } from './questions';
import { meeting } from './where';

/** How many of the rows each exclusion rule hides; a request counts for the first rule that does. */
export function hiddenOf(
  columns: Columns,
  rows: Uint32Array,
  rules: readonly (readonly Clause[])[],
): Answers['hidden'][] {
  let left = rows;
  return rules.map((rule, place) => {
    const bits = meeting(columns, rule);
    const spared = left.filter((at) => !isMarked(bits, at));
    const requests = left.length - spared.length;
    left = spared;
    return { place, requests };
  });
}
