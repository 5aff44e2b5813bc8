import 'server-only';
import { createReadStream } from 'node:fs';
import type { AuditRecord, Problem } from '@/lib/audit/record';
import { CsvRows } from './csvRows';
import { Elements } from './elements';
import { Intake } from './intake';
import { joined } from './joined';
import { Lines } from './lines';
import type { ExportFile } from './listExports';
import { damaged, notAnExport, unreadableFile } from './problems';
import { headBytes, type Shape, shapeOf } from './shape';
import type { Reader } from './sink';
import { type Progress, textOf } from './textOf';
import { type Bytes, DamagedData } from './unpacked';

/** Records and problems of one batch at the least, unless the file ends before. */
const batchSize = 2_000;

const chunkBytes = 256 * 1024;

export interface Batch {
  records: AuditRecord[];
  problems: Problem[];
  /** Bytes of the file on disk read so far. */
  bytesRead: number;
}

/**
 * The audit records of one export, whatever its shape, in batches in the order of the file, with whatever in
 * it could not be used. The shape is told by the content alone. Never throws for what a file holds or for a
 * file that cannot be read; what was read before stays.
 */
export function readExport(file: ExportFile): AsyncGenerator<Batch> {
  return readBytes(file, () => chunksOf(file.path));
}

/** The same for bytes that come from anywhere, in chunks of any sizes. */
export async function* readBytes(file: Pick<ExportFile, 'name'>, bytes: Bytes): AsyncGenerator<Batch> {
  const progress: Progress = { bytesRead: 0 };
  const failures: Problem[] = [];
  const chunks = untilFailure(textOf(bytes, progress), file.name, failures);
  const { head, isWhole } = await headOf(chunks);
  const shape = shapeOf(head, isWhole);
  if (shape.kind === 'none') {
    await chunks.return(undefined);
    const problems = failures.length > 0 ? failures : [notAnExport(file.name, shape.why)];
    yield { records: [], problems, bytesRead: progress.bytesRead };
    return;
  }
  const intake = new Intake(file.name, shape.kind === 'csv' || shape.isExport);
  const reader = readerOf(shape, intake);
  reader.push(head);
  for await (const chunk of chunks) {
    if (intake.ready >= batchSize) yield { ...intake.take(), bytesRead: progress.bytesRead };
    if (intake.isHopeless) break;
    reader.push(chunk);
  }
  reader.end();
  intake.finish();
  const { records, problems } = intake.take();
  // Where the file could not be read on, its text is cut off there as well: one problem says it.
  const own = failures.length > 0 ? problems.filter(({ code }) => code !== 'file-cut-off') : problems;
  yield { records, problems: [...own, ...failures], bytesRead: progress.bytesRead };
}

async function* chunksOf(path: string): AsyncGenerator<Buffer> {
  for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes })) {
    if (!Buffer.isBuffer(chunk)) throw new TypeError('A file stream without an encoding gives buffers.');
    yield chunk;
  }
}

/** The chunks up to where the file cannot be read any further; the reason is added to `failures`. */
async function* untilFailure(
  chunks: AsyncGenerator<Buffer>,
  file: string,
  failures: Problem[],
): AsyncGenerator<Buffer, undefined> {
  try {
    yield* chunks;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    failures.push(error instanceof DamagedData ? damaged(file) : unreadableFile(file, code));
  }
}

async function headOf(chunks: AsyncGenerator<Buffer>): Promise<{ head: Buffer; isWhole: boolean }> {
  const pieces: Buffer[] = [];
  for (let bytes = 0; bytes < headBytes; ) {
    const next = await chunks.next();
    if (next.done) return { head: joined(pieces), isWhole: true };
    pieces.push(next.value);
    bytes += next.value.length;
  }
  return { head: joined(pieces), isWhole: false };
}

/** The reader of a shape. */
export function readerOf(shape: Exclude<Shape, { kind: 'none' }>, intake: Intake): Reader {
  switch (shape.kind) {
    case 'lines':
      return new Lines(intake);
    case 'json':
      return new Elements(intake);
    case 'csv':
      return new CsvRows(intake, shape);
  }
}
