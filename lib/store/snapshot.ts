import 'server-only';
import type { DuckDBConnection } from '@duckdb/node-api';
import { type Bindings, explain, rowsOf, type Store } from './open';
import { interruptEveryMs, isInterrupt } from './readers';

/** The data as they were at one moment, on a connection of their own. Writers and other readers go on meanwhile. */
export interface Snapshot extends Pick<Store, 'all'> {
  /** The texts of a statement with one column, a few thousand at a time, each read when it is asked for. */
  texts(sql: string, bindings?: Bindings): AsyncGenerator<string[]>;
  /** Ends what still runs and gives the connection back. */
  close(): Promise<void>;
}

/** Holds the data still on a connection that nothing else uses; the signal closes it, and is why its questions fail. */
export async function openSnapshot(
  connection: DuckDBConnection,
  signal: AbortSignal | null = null,
): Promise<Snapshot> {
  let running: Promise<unknown> = Promise.resolve();
  let open = true;
  const run = async <T>(work: () => Promise<T>): Promise<T> => {
    signal?.throwIfAborted();
    if (!open) throw new Error('the snapshot is closed');
    const result = work();
    running = result.catch(() => undefined);
    return result.catch((error: unknown) => {
      if (signal?.aborted && isInterrupt(error)) throw signal.reason;
      throw error;
    });
  };
  try {
    await run(() => connection.run('BEGIN'));
  } catch (error) {
    connection.closeSync();
    throw error;
  }
  const close = async () => {
    signal?.removeEventListener('abort', close);
    if (!open) return;
    open = false;
    const interrupting = setInterval(() => connection.interrupt(), interruptEveryMs);
    connection.interrupt();
    await running;
    clearInterval(interrupting);
    connection.closeSync();
  };
  signal?.addEventListener('abort', close);
  if (signal?.aborted) await close();
  return {
    all: (sql, bindings) => run(() => rowsOf(connection, sql, bindings)),
    async *texts(sql, bindings) {
      const result = await run(() => connection.stream(sql, bindings).catch(explain));
      for (;;) {
        const chunk = await run(() => result.fetchChunk().catch(explain));
        if (chunk === null || chunk.rowCount === 0) return;
        yield chunk.getColumnValues(0).map(String);
      }
    },
    close,
  };
}
