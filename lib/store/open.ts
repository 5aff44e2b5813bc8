import 'server-only';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type DuckDBConnection, DuckDBInstance, type DuckDBValue } from '@duckdb/node-api';
import { AppError } from '../errors';
import { writeOperations } from './operations';
import { schema } from './schema';
import { openSnapshot, type Snapshot } from './snapshot';
import { storeVersion } from './version';

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
  /** Closes once everything asked so far is answered: DuckDB would crash the process with a question on its way. */
  close(): Promise<void>;
}

export interface Writer {
  run(sql: string, bindings?: Bindings): Promise<void>;
  all<T extends object>(sql: string, bindings?: Bindings): Promise<T[]>;
  connection: DuckDBConnection;
}

const readers = 4;

/**
 * Opens the store in `file`, or in memory when it is null, and creates what is missing. A file that was
 * derived by other code is emptied: everything in it can be loaded again from the source. SQL can read files below
 * `readable` and no others. Throws `store-unavailable` when the file cannot be opened, naming it.
 */
export async function openStore(file: string | null, readable: string | null = null): Promise<Store> {
  const spill =
    file === null ? { temp_directory: path.join(tmpdir(), `access-package-approvals-${process.pid}`) } : {};
  const instance = await DuckDBInstance.create(file ?? ':memory:', { ...settings, ...spill }).catch(
    (cause: unknown) => {
      throw new AppError(
        'store-unavailable',
        `The store ${file ?? 'in memory'} could not be opened. Check that its folder is writable and that no other process uses it, or remove the file: it is rebuilt from the audit records.`,
        { cause },
      );
    },
  );
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
  await writing.run('SET enable_external_access = false');
  await createSchema(writing);
  const reading = await Promise.all(Array.from({ length: readers }, connect));
  let turn = 0;
  let version = 1;
  let queue: Promise<unknown> = Promise.resolve();
  const underWay = new Set<Promise<unknown>>();

  const writer: Writer = {
    connection: writing,
    run: async (sql, bindings) => {
      await writing.run(sql, bindings).catch(explain);
    },
    all: (sql, bindings) => rowsOf(writing, sql, bindings),
  };

  return {
    all: (sql, bindings) => {
      turn = (turn + 1) % readers;
      const connection = reading[turn];
      if (!connection) throw new Error('no reading connection');
      const rows = rowsOf<never>(connection, sql, bindings);
      const ended: Promise<unknown> = rows.catch(() => undefined).finally(() => underWay.delete(ended));
      underWay.add(ended);
      return rows;
    },
    write: (work, changes = () => true) => {
      const done = queue.then(async () => {
        await writer.run('BEGIN');
        try {
          const result = await work(writer);
          await writer.run('COMMIT');
          if (changes(result)) version += 1;
          return result;
        } catch (error) {
          await writing.run('ROLLBACK').catch(() => undefined);
          throw error;
        }
      });
      queue = done.catch(() => undefined);
      return done;
    },
    snapshot: async () => openSnapshot(await connect()),
    version: () => version,
    close: async () => {
      await queue;
      await Promise.all(underWay);
      for (const connection of [...reading, writing]) connection.closeSync();
      instance.closeSync();
    },
  };
}

/** What is not asked for, such as the records behind requests, may go to disk: a large log needs little memory. */
const settings = {
  memory_limit: '1GB',
  autoinstall_known_extensions: 'false',
  preserve_insertion_order: 'false',
};

async function createSchema(connection: DuckDBConnection) {
  await connection.run('CREATE TABLE IF NOT EXISTS facts (name VARCHAR PRIMARY KEY, value VARCHAR)');
  const found = await connection.runAndReadAll(`SELECT value FROM facts WHERE name = 'schema'`);
  const stored = found.getRowsJS()[0]?.[0];
  if (stored === storeVersion) return writeOperations(connection);
  for (const table of schema) {
    await connection.run(`DROP TABLE IF EXISTS ${table.name}`);
    await connection.run(`CREATE TABLE ${table.name} (${table.columns})`);
  }
  await connection.run('DELETE FROM facts');
  await connection.run(`INSERT INTO facts VALUES ('schema', $version)`, { version: storeVersion });
  await writeOperations(connection);
}

/** Runs one statement and answers its rows as plain JavaScript values. */
export async function rowsOf<T extends object>(
  connection: DuckDBConnection,
  sql: string,
  bindings?: Bindings,
) {
  const reader = await connection.runAndReadAll(sql, bindings).catch(explain);
  return reader.getRowObjectsJS() as T[];
}

/** Maps what DuckDB says of a full disk or full memory to an error with the mend. */
export function explain(cause: unknown): never {
  const text = String(cause);
  if (/no space left|could not write all bytes/i.test(text)) {
    throw new AppError(
      'disk-full',
      'The disk that holds the store is full. Free some space or point DATA_DIR elsewhere; what was loaded before is kept.',
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
