import 'server-only';
import path from 'node:path';
import { AppError } from '../errors';
import { log } from '../log';
import { isPlainStorage } from '../source/files/isPlainStorage';
import { type ExportFile, listExports } from '../source/files/listExports';
import { readExport } from '../source/files/readExport';
import { deriveTouched } from '../store/derive';
import { dropFileProblems, fileIsLoaded, forgetMissing, noteFile, saveProblems } from '../store/files';
import type { Store } from '../store/open';
import { saveRecords } from '../store/save';
import { savePlainFiles } from '../store/savePlainFiles';
import { type Deriving, deriveAll } from './deriving';
import type { FilesProgress } from './progress';

/** Records saved in one transaction. */
const batchSize = 20_000;
/** Requests appear during a long load each time the bytes read have quadrupled, from this many on. */
const firstDeriveBytes = 256 * 1024 * 1024;
/** Plain files read in one go. */
const groupBytes = 128 * 1024 * 1024;
const groupFiles = 500;
const rescanMs = 60_000;

/** What the reading of export files works with. */
export interface Files extends Deriving {
  store: Store;
  /** A file, or a folder of files. */
  path: string;
  progress: FilesProgress;
}

/** Reads the files at once, and again each minute those that are new or have grown. */
export function startFiles(files: Files): void {
  const pass = async () => {
    await loadNewFiles(files).catch((error: unknown) => fail(files.progress, error));
    setTimeout(pass, rescanMs).unref();
  };
  void pass();
}

/** Reads the files that are not in the store as they are now, and derives what they touch, even if one fails. */
export async function loadNewFiles(files: Files): Promise<void> {
  const { store, progress } = files;
  try {
    await readNewFiles(files);
  } finally {
    await deriveAll(store, files);
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
    const before = progress.bytesRead;
    if (!(group.plain && (await savePlainFiles(store, group.files))))
      for (const file of group.files) await loadFile(reading, file, progress.bytesRead);
    progress.bytesRead = before + group.bytes;
    if (progress.bytesRead >= firstDeriveBytes && progress.bytesRead >= 4 * derivedBytes) {
      await store.write((writer) => deriveTouched(writer, tenant));
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

/** Reads one file into the store, record by record. */
async function loadFile({ store, progress }: Files, file: ExportFile, before: number): Promise<void> {
  let waiting: Parameters<typeof saveRecords>[1] = [];
  let problems = 0;
  const flush = async () => {
    const batch = waiting;
    waiting = [];
    if (batch.length > 0) await store.write((writer) => saveRecords(writer, batch));
  };
  await store.write((writer) => dropFileProblems(writer, file.name));
  for await (const chunk of readExport(file)) {
    problems += chunk.problems.length;
    waiting = waiting.length === 0 ? chunk.records : [...waiting, ...chunk.records];
    if (chunk.problems.length > 0) await store.write((writer) => saveProblems(writer, chunk.problems));
    if (waiting.length >= batchSize) await flush();
    progress.bytesRead = before + chunk.bytesRead;
  }
  await flush();
  await store.write((writer) => noteFile(writer, file, problems));
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
