import type { AuditRecord, Problem } from '@/lib/audit/record';
import { Intake } from '@/lib/source/files/intake';
import { readBytes, readerOf } from '@/lib/source/files/readExport';
import { shapeOf } from '@/lib/source/files/shape';
import { textOf } from '@/lib/source/files/textOf';

/** What the importer finds in a file. */
export interface Reading {
  records: AuditRecord[];
  problems: Problem[];
}

const name = 'export';

/** What is found in a file of these bytes, which come in pieces of these sizes, over and over. */
export async function readPieces(bytes: Buffer, sizes?: readonly number[]): Promise<Reading> {
  const reading: Reading = { records: [], problems: [] };
  for await (const { records, problems } of readBytes({ name }, () => pieces(bytes, sizes))) {
    reading.records.push(...records);
    reading.problems.push(...problems);
  }
  return reading;
}

/**
 * What the reader of the text's shape finds when the text comes in such pieces: a file of less than a megabyte is
 * otherwise read in one. Null for a text of no shape.
 */
export function readText(text: Buffer, sizes: readonly number[]): Reading | null {
  const shape = shapeOf(text, true);
  if (shape.kind === 'none') return null;
  const intake = new Intake(name, shape.kind === 'csv' || shape.isExport);
  const reader = readerOf(shape, intake);
  for (let at = 0, turn = 0; at < text.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1;
    reader.push(text.subarray(at, at + size));
    at += size;
  }
  reader.end();
  intake.finish();
  return intake.take();
}

/** The text of a file of these bytes; null when it cannot be unpacked to its end. */
export async function wholeText(bytes: Buffer): Promise<Buffer | null> {
  const found: Uint8Array[] = [];
  try {
    for await (const piece of textOf(() => pieces(bytes), { bytesRead: 0 })) found.push(piece);
  } catch {
    return null;
  }
  return Buffer.concat(found);
}

async function* pieces(bytes: Buffer, sizes?: readonly number[]): AsyncGenerator<Buffer> {
  if (sizes === undefined) {
    yield bytes;
    return;
  }
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}
