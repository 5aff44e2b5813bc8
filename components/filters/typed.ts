import { addValue, leaveOut, setDecided, setTime, setTook } from '@/lib/filter/edit';
import { listFields } from '@/lib/filter/fields';
import type { Filter, ListFieldName } from '@/lib/filter/filter';
import { paramOf } from '@/lib/filter/qualifiers';
import { parseSearch } from '@/lib/filter/search';
import { tokens } from '@/lib/filter/searchTokens';

/**
 * The filter with what the text of the search box says added: further choices join those of their field, a range
 * takes the place of the one before. What `parseSearch` finds wrong with the text adds nothing.
 */
export function withTyped(filter: Filter, text: string): Filter {
  const typed = parseSearch(text).filter;
  let result = filter;
  for (const field of Object.keys(listFields) as ListFieldName[]) {
    for (const value of typed[field].is) result = addValue(result, field, value);
    for (const value of typed[field].isNot) result = addValue(result, field, value, true);
  }
  if (typed.took.min !== null || typed.took.max !== null) result = setTook(result, typed.took);
  for (const range of typed.notTook) result = leaveOut(result, 'notTook', range);
  for (const range of typed.notTime) result = leaveOut(result, 'notTime', range);
  const { decided } = typed;
  if (decided.from !== null || decided.to !== null) result = setDecided(result, decided);
  const named = namedParams(text);
  const { of, span } = filter.time;
  return setTime(result, {
    of: named.has('time') ? typed.time.of : of,
    span: named.has('range') || named.has('from') || named.has('to') ? typed.time.span : span,
  });
}

/** The URL parameters that the text's qualifiers stand for. */
function namedParams(text: string): Set<string | null> {
  return new Set(tokens(text).map(({ qualifier }) => (qualifier === null ? null : paramOf(qualifier))));
}
