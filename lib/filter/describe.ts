import type { Chip, Naming } from './field';
import { fieldNames, fields } from './fields';
import type { FieldName, Filter } from './filter';

/** What words a filter has without names of picked objects, in UTC. */
const plain: Naming = { names: {}, timeZone: 'UTC' };

/** The filter as chips, one for each clause, in the order of the fields. */
export function describeFilter(filter: Filter, naming: Naming = plain): Chip[] {
  return fieldNames.flatMap((name) => chipsOf(name, filter, naming));
}

/** The filter as one phrase: "approver contains ortega, took under 60 s, outcome is not denied". */
export function sentence(filter: Filter, naming: Naming = plain): string {
  const clauses = describeFilter(filter, naming).map(({ label, verb, words }) => `${label} ${verb} ${words}`);
  return clauses.length === 0 ? 'all requests' : clauses.join(', ');
}

function chipsOf<F extends FieldName>(name: F, filter: Filter, naming: Naming): Chip[] {
  return fields[name].chips(filter[name], naming);
}
