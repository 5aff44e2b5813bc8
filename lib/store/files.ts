import 'server-only';
import type { Problem } from '../audit/record';
import type { Store, Writer } from './open';

/** Problems listed for one file; the rest are counted. */
const listedPerFile = 200;

/** A file in just this size and state. */
export interface LoadedFile {
  name: string;
  bytes: number;
  modifiedMs: number;
}

/** True when the file was read to its end in just this size and state. */
export async function fileIsLoaded(store: Store, file: LoadedFile): Promise<boolean> {
  const found = await store.all(
    'SELECT 1 AS found FROM files WHERE name = $name AND bytes = $bytes AND modified_ms = $modifiedMs',
    { name: file.name, bytes: file.bytes, modifiedMs: file.modifiedMs },
  );
  return found.length > 0;
}

/** Notes that a file was read to its end, with the count of its problems. */
export async function noteFile(writer: Writer, file: LoadedFile, problems: number): Promise<void> {
  await writer.run(
    `INSERT INTO files VALUES ($name, $bytes, $modifiedMs, $problems)
     ON CONFLICT (name) DO UPDATE SET bytes = excluded.bytes, modified_ms = excluded.modified_ms, problems = excluded.problems`,
    { name: file.name, bytes: file.bytes, modifiedMs: file.modifiedMs, problems },
  );
  await writer.run('DELETE FROM begun WHERE name = $name', { name: file.name });
}

/** Notes that so many records of a file, from its start, are kept: in the transaction that keeps them. */
export async function noteBegun(writer: Writer, file: LoadedFile, records: number): Promise<void> {
  await writer.run('INSERT OR REPLACE INTO begun VALUES ($name, $bytes, $modifiedMs, $records)', {
    name: file.name,
    bytes: file.bytes,
    modifiedMs: file.modifiedMs,
    records,
  });
}

/** How many records of a file in just this size and state are kept already, from its start. */
export async function begunRecords(store: Store, file: LoadedFile): Promise<number> {
  const [found] = await store.all<{ records: number }>(
    'SELECT records FROM begun WHERE name = $name AND bytes = $bytes AND modified_ms = $modifiedMs',
    { name: file.name, bytes: file.bytes, modifiedMs: file.modifiedMs },
  );
  return found?.records ?? 0;
}

/** Forgets the notes and problems of files that are no longer listed; what was read from them stays. */
export async function forgetMissing(store: Store, files: readonly LoadedFile[]): Promise<void> {
  const kept = { names: JSON.stringify(files.map((file) => file.name)) };
  const isGone = (column: string) => `NOT list_contains(from_json($names, '["VARCHAR"]'), ${column})`;
  const gone = await store.all(
    `SELECT name FROM files WHERE ${isGone('name')} UNION SELECT file FROM problems WHERE ${isGone('file')}`,
    kept,
  );
  if (gone.length === 0) return;
  await store.write(async (writer) => {
    await writer.run(`DELETE FROM files WHERE ${isGone('name')}`, kept);
    await writer.run(`DELETE FROM problems WHERE ${isGone('file')}`, kept);
  });
}

/** Forgets a file's problems before it is read again. */
export async function dropFileProblems(writer: Writer, name: string): Promise<void> {
  await writer.run('DELETE FROM problems WHERE file = $name', { name });
}

/** Lists problems, the first ones of each file; `noteFile` keeps the whole count. */
export async function saveProblems(writer: Writer, problems: readonly Problem[]): Promise<void> {
  const name = problems[0]?.file;
  if (name === undefined) return;
  const [found] = await writer.all<{ n: number }>(
    'SELECT count(*)::INTEGER AS n FROM problems WHERE file = $name',
    { name },
  );
  const room = Math.max(0, listedPerFile - (found?.n ?? 0));
  for (const problem of problems.slice(0, room))
    await writer.run('INSERT INTO problems VALUES ($code, $file, $line, $message)', { ...problem });
}

/** Files read, their bytes, and the problems found in them: counted in full, listed as far as kept. */
export async function fileReport(
  store: Store,
): Promise<{ read: number; bytes: number; problems: number; listed: Problem[] }> {
  const [[totals], listed] = await Promise.all([
    store.all<{ read: number; bytes: number | null; problems: number | null }>(
      'SELECT count(*)::DOUBLE AS read, sum(bytes) AS bytes, sum(problems) AS problems FROM files',
    ),
    store.all<Problem>('SELECT code, file, line, message FROM problems ORDER BY file, line LIMIT 1000'),
  ]);
  return { read: totals?.read ?? 0, bytes: totals?.bytes ?? 0, problems: totals?.problems ?? 0, listed };
}
