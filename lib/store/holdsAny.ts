import 'server-only';
import type { Writer } from './open';

/** Whether a relation has a row, so that what would be done with each of none is left out. */
export async function holdsAny(writer: Writer, relation: string): Promise<boolean> {
  return (await writer.all(`SELECT 1 AS any FROM ${relation} LIMIT 1`)).length > 0;
}
