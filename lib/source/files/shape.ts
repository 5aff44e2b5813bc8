import { parse } from 'csv-parse/sync';
import { csvLayout } from '@/lib/audit/csv';
import type { CsvShape } from './csvRows';
import { parseJson } from './parse';

/** Bytes of a file's text that are looked at to tell its shape. */
export const headBytes = 1024 * 1024;

/** `isExport`: the beginning already shows it, so that whatever cannot be read is part of an export. */
export type Shape =
  | { kind: 'lines' | 'json'; isExport: boolean }
  | ({ kind: 'csv' } & CsvShape)
  | { kind: 'none'; why: string };

const operationKey = /"(?:operationName|activityDisplayName)\\*"/i;
const localTime = /(?:TimeGenerated|ActivityDateTime) \[(?!UTC)[^\]]{0,100}\]/i;

/** The shape of a file by the beginning of its text; `isWhole` says that this is all of it. */
export function shapeOf(head: Buffer, isWhole: boolean): Shape {
  const text = head.toString('utf8').trimStart();
  if (text === '') return { kind: 'none', why: 'it is empty' };
  const [firstLine = '', secondLine, thirdLine] = text.split('\n', 3);
  const isExport = operationKey.test(text);
  if (text.startsWith('{') || text.startsWith('[')) {
    const isLine = isJson(firstLine) && (secondLine !== undefined || isWhole);
    return { kind: isLine || isHalf(firstLine, secondLine, thirdLine) ? 'lines' : 'json', isExport };
  }
  if (text.startsWith('PK\u0003\u0004'))
    return { kind: 'none', why: 'it is a zip archive, which has to be unpacked first' };
  const [titles = '', ...afterCr] = firstLine.replace(/\r$/, '').split('\r');
  for (const delimiter of [',', ';', '\t']) {
    const header = headerOf(titles, delimiter);
    const layout = csvLayout(header);
    if (layout)
      return { kind: 'csv', delimiter, endsWithCr: afterCr.length > 0, columns: header.length, layout };
  }
  // A file whose beginning was lost starts with half a line.
  if (isExport && text.split('\n', 10).some((line) => line.startsWith('{') && isJson(line))) {
    return { kind: 'lines', isExport };
  }
  if (localTime.test(firstLine)) return { kind: 'none', why: 'its times are not in UTC, as its header says' };
  return { kind: 'none', why: 'it is neither JSON nor a table with the columns of the audit log' };
}

function isJson(text: string): boolean {
  return parseJson(Buffer.from(text)) !== null;
}

/** True for a line cut off before whole ones, and not one that opens a list of which the next is an element. */
function isHalf(line: string, next: string | undefined, afterNext: string | undefined): boolean {
  if (line.startsWith('[') || next === undefined || !next.startsWith('{') || !isJson(next)) return false;
  return !/[[,]\s*$/.test(line) || (afterNext?.startsWith('{') ?? false);
}

function headerOf(line: string, delimiter: string): string[] {
  try {
    return parse(line, { delimiter, to: 1, relax_quotes: true })[0] ?? [];
  } catch {
    return [];
  }
}
