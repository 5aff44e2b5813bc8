import 'server-only';
import { statSync } from 'node:fs';
import type { DuckDBConnection } from '@duckdb/node-api';
import { log, withoutValues } from '../log';

/** Log of what was written after which DuckDB packs it into the file, in bytes; `checkpoint_threshold` says the same. */
export const longestLog = 128_000_000;
const patienceMs = 60_000;
const againMs = 100;

/**
 * Answers what packs the log of `file` where DuckDB could not do so when it was committed: not while a question is open
 * that began before. Until then the log grows, and so does memory that nothing gives back. Nothing may be written
 * meanwhile; questions that begin now are no hindrance. It waits a minute at most, as for a download that takes long,
 * and then not again before the log is twice as long; nor once `isOver`. What fails is logged, never thrown: the data
 * are safe in the log.
 */
export function packing(
  connection: DuckDBConnection,
  file: string,
  isOver: () => boolean,
): () => Promise<void> {
  let bound = longestLog;
  const pack = async () => {
    const until = Date.now() + patienceMs;
    while (logBytes(file) > bound && !isOver()) {
      if (await isPacked(connection)) {
        bound = longestLog;
        return;
      }
      if (Date.now() < until) await new Promise((resolve) => setTimeout(resolve, againMs));
      else {
        const bytes = logBytes(file);
        bound = 2 * bytes;
        log.warn(
          { bytes },
          'the log of the store could not be packed for a minute: an older question is open',
        );
      }
    }
  };
  return () =>
    pack().catch((cause: unknown) =>
      log.error({ reason: withoutValues(cause) }, 'the log of the store could not be packed'),
    );
}

/** False while a question is open that began before the last write. Throws when it fails for any other reason. */
function isPacked(connection: DuckDBConnection): Promise<boolean> {
  return connection.run('CHECKPOINT').then(
    () => true,
    (cause: unknown) => {
      if (String(cause).includes('Cannot CHECKPOINT')) return false;
      throw cause;
    },
  );
}

/** 0 where there is none. */
function logBytes(file: string): number {
  return statSync(`${file}.wal`, { throwIfNoEntry: false })?.size ?? 0;
}
