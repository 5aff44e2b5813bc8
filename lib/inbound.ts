import 'server-only';
import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Problem } from './audit/record';
import type { Env } from './env';
import { AppError } from './errors';
import { log } from './log';
import { isPlainStorage } from './source/files/isPlainStorage';
import { type ExportFile, listExports } from './source/files/listExports';
import { readExport } from './source/files/readExport';
import { isBehind } from './store/behind';
import { deriveTouched } from './store/derive';
import { dropFileProblems, fileIsLoaded, forgetMissing, noteFile, saveProblems } from './store/files';
import { openStore, type Store } from './store/open';
import { saveRecords } from './store/save';
import { savePlainFiles } from './store/savePlainFiles';

/** Records saved in one transaction. */
const batchSize = 20_000;
/** Requests appear during a long load each time the bytes read have quadrupled, from this many on. */
const firstDeriveBytes = 256 * 1024 * 1024;
/** Plain files read in one go. */
const groupBytes = 128 * 1024 * 1024;
const groupFiles = 500;
const rescanMs = 60_000;

/** Where the loading of the source stands. */
export interface Progress {
  state: 'loading' | 'complete' | 'failed';
  /** Bytes read and bytes found in the current pass. */
  bytesRead: number;
  bytes: number;
  filesFound: number;
  /** Problems of the path itself, such as a folder without files. */
  pathProblems: Problem[];
  /** Set when `state` is `failed`: what happened and the mend. */
  failure: string | null;
}

export interface Inbound {
  store: Store;
  env: Env;
  progress: Progress;
}

/**
 * Opens the store and starts reading the source into it: at once, and again each minute for files that are
 * new or have grown. Answers as soon as the store is open; `progress` tells how far the reading is.
 */
export async function startInbound(env: Env): Promise<Inbound> {
  const inbound: Inbound = {
    store: await openStore(storeFile(env), env.auditLogsPath),
    env,
    progress: { state: 'loading', bytesRead: 0, bytes: 0, filesFound: 0, pathProblems: [], failure: null },
  };
  const pass = async () => {
    await loadNewFiles(inbound).catch((error: unknown) => fail(inbound.progress, error));
    setTimeout(pass, rescanMs).unref();
  };
  void pass();
  return inbound;
}

/** One file a source path, so that two sources never mix; bundled data stay in memory. */
function storeFile(env: Env): string | null {
  if (env.dataDir === null || env.bundled) return null;
  try {
    mkdirSync(env.dataDir, { recursive: true });
  } catch (cause) {
    throw new AppError(
      'store-unavailable',
      `DATA_DIR “${env.dataDir}” cannot be created. Set it to a folder that can be written to, or leave it empty to keep the store in memory.`,
      { cause },
    );
  }
  const name = createHash('sha256')
    .update(path.resolve(/* turbopackIgnore: true */ env.auditLogsPath))
    .digest('hex')
    .slice(0, 12);
  return path.join(/* turbopackIgnore: true */ env.dataDir, `audit-logs-${name}.duckdb`);
}

/** Reads the files that are not in the store as they are now, and derives what they touch, even if one fails. */
export async function loadNewFiles(inbound: Inbound): Promise<void> {
  const { store, env, progress } = inbound;
  try {
    await readNewFiles(inbound);
  } finally {
    if (await isBehind(store, env.tenant)) await store.write((writer) => deriveTouched(writer, env.tenant));
  }
  progress.state = 'complete';
  progress.failure = null;
}

async function readNewFiles(inbound: Inbound): Promise<void> {
  const { store, env, progress } = inbound;
  const { files, problems } = await listExports(env.auditLogsPath);
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
      for (const file of group.files) await loadFile(inbound, file, progress.bytesRead);
    progress.bytesRead = before + group.bytes;
    if (progress.bytesRead >= firstDeriveBytes && progress.bytesRead >= 4 * derivedBytes) {
      await store.write((writer) => deriveTouched(writer, env.tenant));
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
async function loadFile({ store, progress }: Inbound, file: ExportFile, before: number): Promise<void> {
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

function fail(progress: Progress, error: unknown): void {
  log.error({ err: error }, 'reading the audit logs failed');
  progress.state = 'failed';
  progress.failure =
    error instanceof AppError
      ? error.message
      : 'Reading the audit logs failed; the cause is in the server log. What was loaded before is kept, and it is tried again each minute.';
}
