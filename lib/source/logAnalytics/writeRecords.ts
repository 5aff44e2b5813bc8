import 'server-only';
import { open } from 'node:fs/promises';
import type { LogsTable } from '@azure/monitor-query-logs';
import { normalise } from '@/lib/audit/normalise';
import type { AuditRecord } from '@/lib/audit/record';
import { canonicalTime } from '@/lib/audit/time';

/** Rows between two looks at the signal; a few milliseconds of work and a megabyte or so of text. */
const batchRows = 500;

/**
 * Writes the rows of a table to a new file, one audit record a line, with their ingestion time and workspace.
 * Rows that are no audit record are counted and left out; no table gives an empty file. Throws for a table of
 * something else, what the file system throws, and the signal's reason.
 */
export async function writeRecords(
  file: string,
  table: LogsTable | null,
  workspace: string,
  signal: AbortSignal,
): Promise<{ rows: number; unusable: number; newestIngested: string | null }> {
  const names = (table?.columnDescriptors ?? []).map(({ name }) => name ?? '');
  if (table && !(names.includes('OperationName') && names.includes('IngestedAt')))
    throw new Error(`The answer has other columns than asked for: ${names.join(', ')}.`);
  const rows = table?.rows ?? [];
  const written = { rows: 0, unusable: 0, newestIngested: null as string | null };
  const handle = await open(file, 'wx');
  try {
    for (let from = 0; from < rows.length; from += batchRows) {
      signal.throwIfAborted();
      let lines = '';
      for (const row of rows.slice(from, from + batchRows)) {
        const record = recordOf(names, row, workspace);
        if (record === null) {
          written.unusable++;
          continue;
        }
        written.rows++;
        written.newestIngested = later(written.newestIngested, record.ingestedAt);
        lines += `${JSON.stringify(record)}\n`;
      }
      await handle.writeFile(lines);
    }
  } finally {
    await handle.close();
  }
  return written;
}

function recordOf(names: string[], row: readonly unknown[], workspace: string): AuditRecord | null {
  const { IngestedAt, ...columns } = Object.fromEntries(names.map((name, at) => [name, row[at]]));
  const record = normalise(columns);
  if ('unusable' in record) return null;
  const ingestedAt = typeof IngestedAt === 'string' ? canonicalTime(IngestedAt) : null;
  return { ...record, ingestedAt, workspaces: workspace };
}

/** The later of two canonical times; without their `Z`, as texts they sort as instants. */
function later(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return one.slice(0, -1) < other.slice(0, -1) ? other : one;
}
