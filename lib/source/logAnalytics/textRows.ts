import { z } from 'zod';
import type { Row } from './messages';

const response = z.object({
  tables: z
    .array(
      z.object({
        columns: z.array(z.object({ name: z.string(), type: z.string() })),
        rows: z.array(z.array(z.unknown())),
      }),
    )
    .min(1),
});

/**
 * The rows of a response's first table, every cell as text, from the response's own text: the client makes dates
 * of datetimes, which keep milliseconds only, and values of texts that look like JSON. Throws for another shape.
 */
export function textRows(body: string): Row[] {
  const [table] = response.parse(JSON.parse(body)).tables;
  const { columns = [], rows = [] } = table ?? {};
  return rows.map((row) =>
    Object.fromEntries(columns.map(({ name, type }, at) => [name, cellText(row[at], type)])),
  );
}

function cellText(cell: unknown, type: string): string | null {
  if (cell === null || cell === undefined) return null;
  if (typeof cell === 'object') return JSON.stringify(cell);
  const text = String(cell);
  return type === 'dynamic' && text.startsWith('"') ? unquoted(text) : text;
}

/** A dynamic text comes bare or as a JSON string. */
function unquoted(text: string): string {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' ? value : text;
  } catch {
    return text;
  }
}
