import { removeValue, toggleValue } from '@/lib/filter/edit';
import type { Filter, ListFieldName } from '@/lib/filter/filter';

/** Chooses a value of a field, or takes the choice back; with `not` it is left out. A value is never both. */
export function choose(filter: Filter, field: ListFieldName, value: string, not: boolean): Filter {
  return toggleValue(removeValue(filter, field, value, !not), field, value, not);
}
