import 'server-only';
import { existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { AppError } from '../errors';
import { log, withoutValues } from '../log';

export interface OpenedFile {
  instance: DuckDBInstance;
  /** Where the file lies now that was found in its place and could not be read; null when there was none. */
  setAside: string | null;
}

/** Files of this process in which damage would be noted for the next start. */
const opened = new Set<string>();

/**
 * Opens the store's file, or makes it. One that DuckDB cannot read is renamed, so that the store begins empty: the
 * newest of those is kept. Throws `store-unavailable` or `disk-full`, with the mend, for what is no fault of the file.
 */
export async function openFile(file: string, settings: Record<string, string>): Promise<OpenedFile> {
  let instance: DuckDBInstance;
  try {
    instance = await readable(file, settings);
  } catch (cause) {
    if (!isDamage(cause, file)) throw refusal(file, cause);
    return begunAnew(file, settings, withoutValues(cause));
  }
  opened.add(file);
  if (!existsSync(damageNote(file))) return { instance, setAside: null };
  instance.closeSync();
  return begunAnew(file, settings, 'damage was met in it');
}

async function begunAnew(file: string, settings: Record<string, string>, why: string): Promise<OpenedFile> {
  try {
    const setAside = putAside(file);
    log.error({ file, setAside, why }, 'the store could not be read: it was set aside and is filled again');
    const instance = await readable(file, settings);
    opened.add(file);
    return { instance, setAside };
  } catch (cause) {
    throw refusal(file, cause);
  }
}

/** The file opened, and so much of it read as tells that it is a store. */
async function readable(file: string, settings: Record<string, string>): Promise<DuckDBInstance> {
  const instance = await DuckDBInstance.create(file, settings);
  const connection = await instance.connect();
  try {
    const tables = await connection.runAndReadAll(`FROM duckdb_tables() WHERE table_name = 'facts'`);
    if (tables.currentRowCount > 0) await connection.run('FROM facts');
    connection.closeSync();
    return instance;
  } catch (error) {
    connection.closeSync();
    instance.closeSync();
    throw error;
  }
}

/**
 * Whether DuckDB says of the file that its content is none that this version reads. Its other errors can quote
 * audit records, so only their beginning and the file's own name are gone by.
 */
function isDamage(cause: unknown, file: string): boolean {
  const [, text = ''] = /^(?:Error: )?IO Error: (.*)/s.exec(String(cause)) ?? [];
  if (/^(Corrupt database file|Trying to read a database file with version number)/.test(text)) return true;
  if (text.startsWith(`Failure while replaying WAL file "${file}.wal"`))
    return !isFull(cause) && !/permission denied|out of memory|too many open files/i.test(text);
  return [
    `The file "${file}" exists, but it is not a valid`,
    `Could not read enough bytes from file "${file}"`,
  ].some((beginning) => text.startsWith(beginning));
}

/** Whether the disk, or what this process may use of it, is full. */
export function isFull(cause: unknown): boolean {
  return /no space left|could not write all bytes|file too large|quota exceeded/i.test(String(cause));
}

/** Whether this process may not write to the store’s file, or beside it. */
export function isForbidden(cause: unknown): boolean {
  return /Cannot open file "[^"]*\.duckdb(\.wal)?": (Permission denied|Read-only file system)/.test(
    String(cause),
  );
}

/** Notes for the next start that damage was met in an open file, if the error says that. Answers whether it does. */
export function noteDamage(cause: unknown): boolean {
  const damaged = [...opened].filter((file) => existsSync(file) && isDamage(cause, file));
  for (const file of damaged)
    try {
      writeFileSync(damageNote(file), '');
    } catch (error) {
      log.error(
        { file, reason: withoutValues(error) },
        'damage in the store could not be noted for the next start',
      );
    }
  return damaged.length > 0;
}

function damageNote(file: string): string {
  return `${file}.damaged`;
}

/** Renames the file with what belongs to it, and removes what was set aside before. Answers its new path. */
function putAside(file: string): string {
  const mark = `${file}.unreadable-`;
  const aside = `${mark}${new Date().toISOString().replace(/[-:]|\.\d+/g, '')}`;
  const folder = path.dirname(file);
  for (const name of readdirSync(folder))
    if (name.startsWith(path.basename(mark))) rmSync(path.join(folder, name));
  for (const end of ['.wal', '']) if (existsSync(file + end)) renameSync(file + end, aside + end);
  rmSync(damageNote(file), { force: true });
  return aside;
}

function refusal(file: string, cause: unknown): AppError {
  const text = String(cause);
  if (/set lock/i.test(text)) {
    const [, process] = /PID (\d+)/.exec(text) ?? [];
    return new AppError(
      'store-unavailable',
      `Another process${process === undefined ? '' : ` (${process})`} uses the store ${file}. Stop it, or give this one a DATA_DIR of its own.`,
      { cause },
    );
  }
  if (isFull(cause))
    return new AppError(
      'disk-full',
      `The disk that holds the store ${file} is full. Free some space, or point DATA_DIR elsewhere.`,
      { cause },
    );
  return new AppError(
    'store-unavailable',
    `The store ${file} could not be opened. Check that this process may write to the file and to its folder, or point DATA_DIR elsewhere.`,
    { cause },
  );
}
