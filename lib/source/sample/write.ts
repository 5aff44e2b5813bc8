import 'server-only';
import { appendFile, mkdir, open, readdir } from 'node:fs/promises';
import path from 'node:path';
import { generateSample } from './generate';
import { tenant } from './record';
import type { SampleOptions } from './world';

/** What was written. */
export interface Written {
  lines: number;
  bytes: number;
}

/** Bytes gathered before they go to the file; many times the longest line. */
const bufferBytes = 4_000_000;
/** Lines gathered before they go to their days' files. */
const batchLines = 5000;

/**
 * Writes a sample to `out`: one file when the name ends in `.ndjson` or `.json`, else the tree of a storage
 * export in a folder, either of them new. Throws a RangeError for an option out of range or a folder that is
 * not empty, EEXIST for a file that is there, and what else the file system throws.
 */
export async function writeSample({ out, ...options }: SampleOptions & { out: string }): Promise<Written> {
  const lines = generateSample(options);
  return await (/\.(nd)?json$/.test(out) ? writeFile(lines, out) : writeTree(lines, out));
}

async function writeFile(lines: Iterable<string>, file: string): Promise<Written> {
  const written: Written = { lines: 0, bytes: 0 };
  const buffer = Buffer.allocUnsafe(bufferBytes);
  let used = 0;
  await mkdir(path.dirname(file), { recursive: true });
  const handle = await open(file, 'wx');
  const flush = async () => {
    await handle.appendFile(buffer.subarray(0, used));
    written.bytes += used;
    used = 0;
  };
  try {
    for (const line of lines) {
      if (used + 3 * line.length + 1 > bufferBytes) await flush();
      used += buffer.write(`${line}\n`, used);
      written.lines += 1;
    }
    await flush();
  } finally {
    await handle.close();
  }
  return written;
}

/**
 * The tree that a storage account holds, `tenantId=…/y=2026/m=07/d=16/h=00/m=00/PT1H.json`, but with a whole
 * day in one file, so that 120 days are 121 files rather than 2,900.
 */
async function writeTree(lines: Iterable<string>, folder: string): Promise<Written> {
  const written: Written = { lines: 0, bytes: 0 };
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0) {
    throw new RangeError(`${folder} is not empty. Name a new folder, or empty this one.`);
  }
  for (const batch of batches(lines)) {
    for (const [date, ofDay] of byDate(batch)) {
      const [year, month, day] = date.split('-');
      const place = path.join(
        folder,
        `tenantId=${tenant}`,
        `y=${year}`,
        `m=${month}`,
        `d=${day}`,
        'h=00',
        'm=00',
      );
      await mkdir(place, { recursive: true });
      const text = `${ofDay.join('\n')}\n`;
      await appendFile(path.join(place, 'PT1H.json'), text);
      written.lines += ofDay.length;
      written.bytes += Buffer.byteLength(text);
    }
  }
  return written;
}

/** The lines by the date that each begins with, `{"time":"2026-07-16…`. */
function byDate(lines: readonly string[]): Map<string, string[]> {
  const dates = new Map<string, string[]>();
  for (const line of lines) {
    const date = line.slice(9, 19);
    const ofDay = dates.get(date);
    if (ofDay === undefined) dates.set(date, [line]);
    else ofDay.push(line);
  }
  return dates;
}

function* batches(lines: Iterable<string>): Generator<string[]> {
  let batch: string[] = [];
  for (const line of lines) {
    batch.push(line);
    if (batch.length < batchLines) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
