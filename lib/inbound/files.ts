import 'server-only';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { AppError } from '../errors';
import { log } from '../log';
import { isPlainStorage } from '../source/files/isPlainStorage';
import { type ExportFile, listExports } from '../source/files/listExports';
import { readExport } from '../source/files/readExport';
import {
  begunRecords,
  dropFileProblems,
  fileIsLoaded,
  forgetMissing,
  noteBegun,
  noteFile,
  saveProblems,
} from '../store/files';
import type { Store } from '../store/open';
import { saveRecords } from '../store/save';
import { savePlainFiles } from '../store/savePlainFiles';
import { type Deriving, deriveAll, deriveRecords } from './deriving';
import type { FilesProgress } from './progress';

/** Records saved in one transaction. */
const batchSize = 20_000;
/** Requests appear during a long load each time this much was read. */
const deriveBytes = 256 * 1024 * 1024;
/** Plain files read in one go. */
const groupBytes = 64 * 1024 * 1024;
const groupFiles = 500;
const rescanMs = 60_000;

/** What the reading of export files works with. */
export interface Files extends Deriving {
  store: Store;
  /** A file, or a folder of files. */
  path: string;
  progress: FilesProgress;
  /** Ends the reading between two transactions; what was saved stays, and the rest is read when it starts again. */
  signal?: AbortSignal;
}

/** Files that are read as they come. */
export interface WatchedFiles {
  /** Looks for new files now; resolves once they are read, or could not be. */
  look(): Promise<void>;
  /** Ends the reading between two transactions. */
  stop(): Promise<void>;
}

/** Reads the files at once, and again each minute, or when `look` is called, those that are new or have grown. */
export function startFiles(files: Files): WatchedFiles {
  const stopping = new AbortController();
  const { signal } = stopping;
  let reading: Promise<void> = Promise.resolve();
  let next: Promise<void> | null = null;
  const read = async () => {
    next = null;
    if (signal.aborted) return;
    await loadNewFiles({ ...files, signal }).catch((error: unknown) => {
      if (!signal.aborted) fail(files.progress, error);
    });
  };
  const look = () => {
    next ??= reading.then(read);
    reading = next;
    return next;
  };
  const run = async () => {
    while (!signal.aborted) {
      await look();
      await setTimeout(rescanMs, undefined, { signal, ref: false }).catch(() => undefined);
    }
  };
  const running = run();
  return {
    look,
    async stop() {
      stopping.abort();
      await running;
      await reading;
    },
  };
}

/** Reads the files that are not in the store as they are now, and derives what they touch, even if one fails. */
export async function loadNewFiles(files: Files): Promise<void> {
  const { store, progress } = files;
  try {
    await readNewFiles(files);
  } finally {
    if (!files.signal?.aborted) await deriveAll(store, files);
  }
  progress.state = 'complete';
  progress.failure = null;
}

async function readNewFiles(reading: Files): Promise<void> {
  const { store, tenant, progress } = reading;
  const { files, problems } = await listExports(reading.path);
  const fresh: ExportFile[] = [];
  for (const file of files) if (!(await fileIsLoaded(store, file))) fresh.push(file);
  progress.pathProblems = problems;
  progress.filesFound = files.length;
  progress.bytesRead = 0;
  progress.bytes = fresh.reduce((sum, file) => sum + file.bytes, 0);
  if (fresh.length > 0) progress.state = 'loading';
  if (files.length > 0) await forgetMissing(store, files);
  let derivedBytes = 0;
  for (const group of await groups(fresh)) {
    reading.signal?.throwIfAborted();
    const before = progress.bytesRead;
    if (!(group.plain && (await savePlainFiles(store, group.files))))
      for (const file of group.files) await loadFile(reading, file, progress.bytesRead);
    progress.bytesRead = before + group.bytes;
    if (progress.bytesRead - derivedBytes >= deriveBytes) {
      await deriveRecords(store, tenant, { loading: true, signal: reading.signal });
      derivedBytes = progress.bytesRead;
    }
  }
  if (fresh.length > 0) log.info({ files: fresh.length, bytes: progress.bytes }, 'audit records read');
}

interface Group {
  plain: boolean;
  files: ExportFile[];
  bytes: number;
}

/** DuckDB would take a path with these for a pattern, and read its neighbours instead. */
const patternSigns = /[*?[\]]/;

/** Runs of files that can be read in one go, and every other file by itself, in the order given. */
async function groups(files: readonly ExportFile[]): Promise<Group[]> {
  const found: Group[] = [];
  for (const file of files) {
    const plain = !patternSigns.test(path.resolve(file.path)) && (await isPlainStorage(file.path));
    const last = found.at(-1);
    if (plain && last?.plain && last.bytes + file.bytes <= groupBytes && last.files.length < groupFiles) {
      last.files.push(file);
      last.bytes += file.bytes;
    } else found.push({ plain, files: [file], bytes: file.bytes });
  }
  return found;
}

/** Reads one file into the store, record by record; what was kept of it when a reading was cut off is not kept again. */
async function loadFile({ store, progress, signal }: Files, file: ExportFile, before: number): Promise<void> {
  let waiting: Parameters<typeof saveRecords>[1] = [];
  let problems = 0;
  let kept = await begunRecords(store, file);
  let skipped = kept;
  await store.write((writer) => dropFileProblems(writer, file.name));
  for await (const chunk of readExport(file)) {
    signal?.throwIfAborted();
    problems += chunk.problems.length;
    const records = chunk.records.slice(skipped);
    skipped = Math.max(0, skipped - chunk.records.length);
    waiting = waiting.length === 0 ? records : [...waiting, ...records];
    if (chunk.problems.length > 0) await store.write((writer) => saveProblems(writer, chunk.problems));
    if (waiting.length >= batchSize) {
      const batch = waiting;
      waiting = [];
      kept += batch.length;
      await store.write(async (writer) => {
        await saveRecords(writer, batch);
        await noteBegun(writer, file, kept);
      });
    }
    progress.bytesRead = before + chunk.bytesRead;
  }
  await store.write(async (writer) => {
    if (waiting.length > 0) await saveRecords(writer, waiting);
    await noteFile(writer, file, problems);
  });
  progress.bytesRead = before + file.bytes;
}

function fail(progress: FilesProgress, error: unknown): void {
  log.error({ err: error }, 'reading the audit logs failed');
  progress.state = 'failed';
  progress.failure =
    error instanceof AppError
      ? error.message
      : 'Reading the audit logs failed; the cause is in the server log. What was loaded before is kept, and it is tried again each minute.';
}
