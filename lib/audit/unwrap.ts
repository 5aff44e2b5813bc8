import { isObject } from './json';

/** Wrappers within wrappers that are still followed; deeper ones are handed on as they are. */
const deepest = 8;

/** Keys of a wrapper whose array holds records: event hub, Graph, and the tables of a query answer. */
const listKeys = new Set(['records', 'value', 'tables']);

/**
 * Hands each value that may be an audit record to `visit`, in order: the elements of arrays and of
 * `{ records }`, `{ value }` and `{ tables }`, rows as objects named by their columns, anything else as it is.
 */
export function unwrap(value: unknown, visit: (value: unknown) => void, levels = deepest): void {
  if (levels > 0 && Array.isArray(value)) {
    for (const element of value) unwrap(element, visit, levels - 1);
    return;
  }
  if (levels === 0 || !isObject(value)) {
    visit(value);
    return;
  }
  const lists = Object.keys(value).filter((key) => isListKey(key) && Array.isArray(value[key]));
  if (lists.length > 0) {
    for (const key of lists) unwrap(value[key], visit, levels - 1);
    return;
  }
  const columns = columnsOf(value);
  const rows = memberOf(value, 'rows');
  if (columns === null || !Array.isArray(rows)) visit(value);
  else for (const row of rows) visit(rowObject(columns, row));
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

/** A row of cells as an object; a row that does not match its columns stays what it is. */
export function rowObject(columns: readonly string[], row: unknown): unknown {
  if (!Array.isArray(row) || row.length !== columns.length) return row;
  return Object.fromEntries(columns.map((column, index) => [column, row[index]]));
}

function memberOf(source: Record<string, unknown>, lowerName: string): unknown {
  const key = Object.keys(source).find((name) => name.toLowerCase() === lowerName);
  return key === undefined ? undefined : source[key];
}
