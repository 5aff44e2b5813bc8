import 'server-only';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { type DuckDBConnection, DuckDBInstance, type DuckDBValue } from '@duckdb/node-api';
import type { Rebuilt } from '../coverage';
import { AppError } from '../errors';
import type { ColumnsBeside } from './columns';
import { dropKeptCoverage } from './keptCoverage';
import { isForbidden, isFull, noteDamage, openFile } from './openFile';
import { longestLog, packing } from './packing';
import { prepare } from './prepare';
import { readersOver } from './readers';
import { openSnapshot, type Snapshot } from './snapshot';

export type Bindings = Record<string, DuckDBValue>;

/** One embedded DuckDB: a single writer, a few readers, and the number of the data they see. */
export interface Store {
  /** Runs one statement with bound values and answers its rows as plain JavaScript values. */
  all<T extends object>(sql: string, bindings?: Bindings): Promise<T[]>;
  /**
   * Runs `work` alone on the writing connection, in one transaction. `changes` says of its result whether
   * queries now see other data; without it they do.
   */
  write<T>(work: (writer: Writer) => Promise<T>, changes?: (result: T) => boolean): Promise<T>;
  /** The data as they are now, to read at the reader's own pace; it must be closed. */
  snapshot(): Promise<Snapshot>;
  /** Grows with every change of what queries can see. */
  version(): number;
  /**
   * This store as one reader asks it: a question ends with the signal's reason as soon as it is aborted, and with
   * `question-too-long` after half a minute of running. It waits for a connection behind the reader's own questions
   * and as many of each other one. What is remembered for others is asked of `lasting()`.
   */
  until(asker: Asker): Store;
  /** This store, whose questions outlive the one of the reader who asked them first. */
  lasting(): Store;
  /** The same object for a store and everything that `until` answered of it, to remember answers by. */
  shared: object;
  /** What answers some questions sooner; null where DuckDB alone does. */
  columns: ColumnsBeside | null;
  /** Since when and why it is filled anew from the source; null when it never had to be. */
  rebuilt: Rebuilt | null;
  /** Closes once everything asked so far is answered: DuckDB would crash the process with a question on its way. */
  close(): Promise<void>;
}

/** Whose question it is, and the signal that they have gone; `reader` is null for the one without sign-in. */
export interface Asker {
  reader: string | null;
  signal: AbortSignal;
}

export interface Writer {
  run(sql: string, bindings?: Bindings): Promise<void>;
  all<T extends object>(sql: string, bindings?: Bindings): Promise<T[]>;
  connection: DuckDBConnection;
}

const readers = 4;
/** How long a reader's question may run; its wait for a connection is left out. */
const longestMs = 30_000;

/**
 * Opens the store in `file`, or in memory when it is null, and creates what is missing. A file that was
 * derived by other code, or that cannot be read, is begun anew: everything in it can be loaded again from the source.
 * SQL can read files below `readable` and no others, and changes no setting. Throws what `openFile` does.
 */
export async function openStore(file: string | null, readable: string | null = null): Promise<Store> {
  const spill =
    file === null ? { temp_directory: path.join(tmpdir(), `access-package-approvals-${process.pid}`) } : {};
  const { instance, setAside } =
    file === null
      ? { instance: await DuckDBInstance.create(':memory:', { ...settings, ...spill }), setAside: null }
      : await openFile(file, settings);
  const connect = async () => {
    const connection = await instance.connect();
    if (file === null) await connection.run('USE compressed');
    return connection;
  };
  const writing = await instance.connect();
  if (file === null) await writing.run(`ATTACH ':memory:' AS compressed (COMPRESS); USE compressed`);
  if (readable !== null) {
    const quoted = `['${path.resolve(/* turbopackIgnore: true */ readable).replaceAll("'", "''")}']`;
    await writing.run(`SET allowed_paths = ${quoted}; SET allowed_directories = ${quoted}`);
  }
  await writing.run('SET enable_external_access = false; SET lock_configuration = true');
  const rebuilt = await prepare(writing, setAside !== null).catch(explain);
  const reading = await Promise.all(Array.from({ length: readers }, connect));
  const asked = readersOver(reading);
  let version = 1;
  let queue: Promise<unknown> = Promise.resolve();
  let closing = false;
  const pack = file === null ? undefined : packing(writing, file, () => closing);

  const writer: Writer = {
    connection: writing,
    run: async (sql, bindings) => {
      await writing.run(sql, bindings).catch(explain);
    },
    all: (sql, bindings) => rowsOf(writing, sql, bindings),
  };

  const store: Store = {
    shared: {},
    rebuilt,
    columns: null,
    until: ({ reader, signal }) => asReader(reader, signal),
    lasting: () => store,
    all: (sql, bindings) => asked.ask(sql, bindings, { reader: null, signal: null, longestMs: null }),
    write: (work, changes = () => true) => {
      if (closing)
        return Promise.reject(
          new AppError('store-unavailable', 'The server is stopping. Try again once it runs.'),
        );
      const done = queue.then(async () => {
        await writer.run('BEGIN');
        try {
          const result = await work(writer);
          const isOther = changes(result);
          if (isOther) await dropKeptCoverage(writer);
          await writer.run('COMMIT');
          if (isOther) version += 1;
          return result;
        } catch (error) {
          await writing.run('ROLLBACK').catch(() => undefined);
          throw error;
        }
      });
      queue = done.catch(() => undefined).then(pack);
      return done;
    },
    snapshot: async () => openSnapshot(await connect()),
    version: () => version,
    close: async () => {
      closing = true;
      await queue;
      await asked.settled();
      for (const connection of [...reading, writing]) connection.closeSync();
      instance.closeSync();
    },
  };
  const asReader = (reader: string | null, signal: AbortSignal | null): Store => ({
    ...store,
    lasting: () => asReader(reader, null),
    all: (sql, bindings) => asked.ask(sql, bindings, { reader, signal, longestMs }),
    snapshot: async () => openSnapshot(await connect(), signal),
  });
  return store;
}

/** What is not asked for, such as the records behind requests, may go to disk: a large log needs little memory. */
const settings = {
  memory_limit: '1GB',
  // A checkpoint packs the last stretch of each table anew, however little was added: not at each arrival.
  checkpoint_threshold: `${longestLog}B`,
  // DuckDB asks for 125 MB a thread at least: https://duckdb.org/docs/stable/guides/performance/environment
  threads: String(Math.min(8, availableParallelism())),
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
  preserve_insertion_order: 'false',
};

/** Runs one statement and answers its rows as plain JavaScript values. */
export async function rowsOf<T extends object>(
  connection: DuckDBConnection,
  sql: string,
  bindings?: Bindings,
) {
  const reader = await connection.runAndReadAll(sql, bindings).catch(explain);
  return reader.getRowObjectsJS() as T[];
}

/** Maps what DuckDB says of a full disk, of full memory or of a damaged file to an error with the mend. */
export function explain(cause: unknown): never {
  const text = String(cause);
  if (isFull(cause)) {
    throw new AppError(
      'disk-full',
      'The disk that holds the store is full. Free some space or point DATA_DIR elsewhere; what was loaded before is kept.',
      { cause },
    );
  }
  if (isForbidden(cause)) {
    throw new AppError(
      'store-unavailable',
      'The store could not be written to. Check that this process may write to the file and to its folder, or point DATA_DIR elsewhere; what was loaded before is kept.',
      { cause },
    );
  }
  if (noteDamage(cause)) {
    throw new AppError(
      'store-unavailable',
      'The file of the store is damaged. Start the product again: it sets the file aside and reads the source once more.',
      { cause },
    );
  }
  if (/out of memory/i.test(text)) {
    throw new AppError(
      'memory-full',
      'The store needs more memory than it may use for this. Load fewer files at a time, or set DATA_DIR so that the store can work on disk; what was loaded before is kept.',
      { cause },
    );
  }
  throw cause;
}
