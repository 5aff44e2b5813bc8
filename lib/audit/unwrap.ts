import { isRecord } from './columns';
import { isObject } from './json';
import { distinctNames } from './names';

/** Wrappers within wrappers that are still followed; deeper ones are handed on as they are. */
const deepest = 8;

/** Keys of a wrapper whose array holds records: event hub, Graph, and the tables of a query answer. */
const listKeys = new Set(['records', 'value', 'tables']);

/**
 * Hands each value that may be an audit record to `visit`, in order: the elements of arrays and of
 * `{ records }`, `{ value }` and `{ tables }`, rows as objects named by their columns, anything else as it is. An
 * object that is a record itself is handed on whole, whatever its columns are called. `table` is told the names of
 * each table's columns.
 */
export function unwrap(
  value: unknown,
  visit: (value: unknown) => void,
  table: (columns: readonly string[]) => void = () => undefined,
  levels = deepest,
): void {
  if (levels > 0 && Array.isArray(value)) {
    for (const element of value) unwrap(element, visit, table, levels - 1);
    return;
  }
  if (levels === 0 || !isObject(value)) {
    visit(value);
    return;
  }
  const lists = listsOf(value);
  const columns = columnsOf(value);
  const rows = memberOf(value, 'rows');
  const isTable = columns !== null && Array.isArray(rows);
  if ((lists.length === 0 && !isTable) || isRecord(value)) {
    visit(value);
    return;
  }
  for (const key of lists) unwrap(value[key], visit, table, levels - 1);
  if (!isTable) return;
  table(columns);
  const names = distinctNames(columns);
  for (const row of rows) visit(rowObject(names, row));
}

/** True for an object with a list of records, or a table of them. */
export function holdsRecords(value: Record<string, unknown>): boolean {
  return listsOf(value).length > 0 || (columnsOf(value) !== null && Array.isArray(memberOf(value, 'rows')));
}

function listsOf(value: Record<string, unknown>): string[] {
  return Object.keys(value).filter((key) => isListKey(key) && Array.isArray(value[key]));
}

/** True for a key whose array holds records or tables, in any case. */
export function isListKey(key: string): boolean {
  return key.length <= 7 && listKeys.has(key.toLowerCase());
}

/** The column names of a table in a query answer; null when the value names none. */
export function columnsOf(table: Record<string, unknown>): string[] | null {
  const columns = memberOf(table, 'columns');
  if (!Array.isArray(columns)) return null;
  const names = columns.map((column: unknown) =>
    isObject(column) ? (memberOf(column, 'name') ?? memberOf(column, 'columnname')) : column,
  );
  return names.every((name): name is string => typeof name === 'string') ? names : null;
}

/** A row of cells as an object of names that do not repeat; a row that does not match its columns stays what it is. */
export function rowObject(columns: readonly string[], row: unknown): unknown {
  if (!Array.isArray(row) || row.length !== columns.length) return row;
  return Object.fromEntries(columns.map((column, index) => [column, row[index]]));
}

function memberOf(source: Record<string, unknown>, lowerName: string): unknown {
  const key = Object.keys(source).find((name) => name.toLowerCase() === lowerName);
  return key === undefined ? undefined : source[key];
}
