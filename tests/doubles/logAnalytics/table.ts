/** A result table in the service's own form. */
export interface Table {
  columns: { name: string; type: 'string' | 'datetime' | 'dynamic' }[];
  rows: unknown[][];
}

/** A table of text columns only. */
export function textTable(names: string[], rows: string[][]): Table {
  return { columns: names.map((name) => ({ name, type: 'string' })), rows };
}
