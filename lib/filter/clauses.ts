import type { Clause } from './clause';
import { fieldNames, fields, filterOf } from './fields';
import type { FieldName, Filter } from './filter';

/**
 * The neutral clauses of a filter, all of which must hold. Rolling spans end at `now` (UTC ISO 8601);
 * typed text comes out as `lowered` gives it.
 */
export function toClauses(filter: Filter, now: string): Clause[] {
  return fieldNames.flatMap((name) => clausesOf(name, filter, now));
}

function clausesOf<F extends FieldName>(name: F, filter: Filter, now: string): Clause[] {
  return fields[name].clauses(filter[name], now);
}

/** The filter with one field's choices taken out, as a facet needs it to count its own values. */
export function without(filter: Filter, field: FieldName): Filter {
  return filterOf((name) => (name === field ? fields[name].none : filter[name]));
}
