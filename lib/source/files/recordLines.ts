import { isRecord } from '@/lib/audit/columns';
import { isObject } from '@/lib/audit/json';
import { parseJson } from './parse';

const newline = 0x0a;
const space = 0x20;
const comma = 0x2c;
const objectOpens = 0x7b;

/** The lines of a text, but for its first, that hold one record each, perhaps with a comma behind it. Lines count from 0. */
export function* recordLines(text: Buffer): Generator<{ record: Record<string, unknown>; line: number }> {
  let line = 0;
  for (let end = text.indexOf(newline); end !== -1; ) {
    const start = end + 1;
    line++;
    end = text.indexOf(newline, start);
    const record = recordOf(text.subarray(start, end === -1 ? text.length : end));
    if (record !== null) yield { record, line };
  }
}

function recordOf(line: Buffer): Record<string, unknown> | null {
  let start = 0;
  while ((line[start] ?? objectOpens) <= space) start++;
  if (line[start] !== objectOpens) return null;
  let end = line.length;
  while (end > 0 && (line[end - 1] ?? 0) <= space) end--;
  const parsed = parseJson(line[end - 1] === comma ? line.subarray(0, end - 1) : line);
  return parsed && isObject(parsed.value) && isRecord(parsed.value) ? parsed.value : null;
}
