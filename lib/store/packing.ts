import 'server-only';
import { statSync } from 'node:fs';
import type { DuckDBConnection } from '@duckdb/node-api';

/** Log of what was written after which DuckDB packs it into the file, in bytes; `checkpoint_threshold` says the same. */
export const longestLog = 128_000_000;
const patienceMs = 60_000;
const againMs = 100;

/**
 * Packs what was written into `file` where DuckDB could not do so when it was committed: not while a question is open
 * that began before. Until then the log grows, and so does memory that nothing gives back. Nothing may be written
 * meanwhile; questions that begin now are no hindrance. Gives up after a minute, or once `isOver`, to be called again
 * after the next write.
 */
export async function pack(connection: DuckDBConnection, file: string, isOver: () => boolean): Promise<void> {
  const until = Date.now() + patienceMs;
  while (logBytes(file) > longestLog && !isOver() && Date.now() < until) {
    const isPacked = await connection.run('CHECKPOINT').then(
      () => true,
      () => false,
    );
    if (isPacked) return;
    await new Promise((resolve) => setTimeout(resolve, againMs));
  }
}

/** 0 where there is none. */
function logBytes(file: string): number {
  return statSync(`${file}.wal`, { throwIfNoEntry: false })?.size ?? 0;
}
