import { stringify } from 'csv-stringify/sync';
import type { ColumnId } from '../filter/columns';
import type { AccessRequest } from '../request';
import type { Column, Value } from './column';
import { inert } from './inert';
import { recordColumns } from './recordColumns';
import { viewColumns } from './viewColumns';

/** What to write: the columns of a view, or everything that a request has. */
export interface FileKind {
  format: 'csv' | 'ndjson';
  content: 'view' | 'record';
  /** Of the view, in its order. */
  columns: readonly ColumnId[];
}

/** How requests are written one after the other. */
export interface FileFormat {
  /** Names of the columns or fields. */
  columns: string[];
  contentType: string;
  /** What comes before the first row. */
  head: string;
  rows(requests: readonly AccessRequest[]): string;
}

/**
 * CSV as RFC 4180 has it, every cell quoted and none that a spreadsheet would run, with the byte order mark by which
 * Excel knows UTF-8. NDJSON is one request a line with its values as they are; the full record is the API's own shape.
 */
export function fileFormat({ format, content, columns }: FileKind): FileFormat {
  const table = content === 'view' ? viewColumns(columns) : recordColumns;
  if (format === 'csv')
    return {
      columns: table.map(({ name }) => name),
      contentType: 'text/csv; charset=utf-8; header=present',
      head: `\uFEFF${csv([table.map(({ name }) => name)])}`,
      rows: (requests) => csv(requests.map((request) => table.map(({ value }) => value(request)))),
    };
  return {
    columns: content === 'view' ? table.map(({ name }) => name) : wireFields,
    contentType: 'application/x-ndjson; charset=utf-8',
    head: '',
    rows: (requests) =>
      requests
        .map((request) => `${JSON.stringify(content === 'view' ? named(table, request) : request)}\n`)
        .join(''),
  };
}

/** `access-package-requests_2026-11-23T1402Z_UTC.csv`; `now` is UTC ISO 8601. */
export function fileName(format: FileKind['format'], now: string): string {
  const minute = `${now.slice(0, 13)}${now.slice(14, 16)}Z`;
  return `access-package-requests_${minute}_UTC.${format}`;
}

const wireFields = [
  ...new Set(
    recordColumns.map(({ name }) => name.split('.')[0] ?? name).filter((name) => name !== 'lastDecision'),
  ),
];

function csv(rows: readonly (readonly Value[])[]): string {
  return stringify(
    rows.map((row) => row.map((value) => (typeof value === 'string' ? inert(value) : value))),
    { quoted: true, quoted_empty: true, record_delimiter: 'windows' },
  );
}

function named(table: readonly Column[], request: AccessRequest): Record<string, Value> {
  return Object.fromEntries(table.map(({ name, value }) => [name, value(request)]));
}
