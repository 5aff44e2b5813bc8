import 'server-only';
import { createReadStream } from 'node:fs';
import { createGunzip, type Gunzip } from 'node:zlib';
import { joined } from './joined';

const chunkBytes = 256 * 1024;

/** Counts the bytes of the file on disk that were read. */
export interface Progress {
  bytesRead: number;
}

/** The compressed data of a file stop or are damaged somewhere. */
export class DamagedData extends Error {}

/**
 * The text of a file as UTF-8 bytes without byte order mark, unpacked when the file is gzip and transcoded when
 * it is UTF-16 with a mark. Throws the file system's error, or `DamagedData` after all that could be unpacked.
 */
export async function* textOf(path: string, progress: Progress): AsyncGenerator<Buffer> {
  yield* decoded(unpacked(chunksOf(path, progress)));
}

async function* chunksOf(path: string, progress: Progress): AsyncGenerator<Buffer> {
  for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes })) {
    if (!Buffer.isBuffer(chunk)) throw new TypeError('A file stream without an encoding gives buffers.');
    progress.bytesRead += chunk.length;
    yield chunk;
  }
}

async function* unpacked(chunks: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  const start = await startOf(chunks, 2);
  if (start[0] !== 0x1f || start[1] !== 0x8b) {
    yield start;
    yield* chunks;
    return;
  }
  const gunzip = createGunzip({ chunkSize: chunkBytes });
  const pieces: Buffer[] = [];
  gunzip.on('data', (piece: Buffer) => pieces.push(piece));
  // The write that fails tells of it; without a listener of its own the event would end the process.
  gunzip.on('error', () => undefined);
  let next: IteratorResult<Buffer> = { value: start, done: false };
  let before = 0;
  for (;;) {
    const failure = await written(gunzip, next.done ? null : next.value);
    // What was unpacked goes before the failure, so that a damaged file still gives its beginning.
    yield* pieces.splice(0);
    if (failure !== null) throw new DamagedData('The gzip data are cut off or damaged.', { cause: failure });
    if (next.done) return;
    if (gunzip.readableEnded) return await padding(next.value, gunzip.bytesWritten - before, chunks);
    before += next.value.length;
    next = await chunks.next();
  }
}

/** Zero bytes may fill a file up to its end; the data end before them. */
async function padding(last: Buffer, from: number, chunks: AsyncGenerator<Buffer>): Promise<void> {
  for (let rest = last.subarray(from); ; ) {
    if (rest.some((byte) => byte !== 0)) throw new DamagedData('Something follows the end of the gzip data.');
    const next = await chunks.next();
    if (next.done) return;
    rest = next.value;
  }
}

/**
 * Writes one chunk, or the end for null, and waits until it is unpacked, or until the data end within it: then the write
 * is never confirmed. Answers what went wrong, or null.
 */
function written(gunzip: Gunzip, chunk: Buffer | null): Promise<Error | null> {
  return new Promise((resolve) => {
    gunzip.once('error', resolve);
    const done = (): void => {
      gunzip.off('error', resolve).off('end', done);
      resolve(null);
    };
    gunzip.once('end', done);
    if (chunk === null) gunzip.end();
    else gunzip.write(chunk, (error) => (error ? resolve(error) : done()));
  });
}

async function* decoded(chunks: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  const start = await startOf(chunks, 3);
  const decoder = decoderFor(start);
  if (decoder === null) {
    const hasMark = start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf;
    yield hasMark ? start.subarray(3) : start;
    yield* chunks;
    return;
  }
  yield Buffer.from(decoder.decode(start, { stream: true }));
  for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }));
  yield Buffer.from(decoder.decode());
}

function decoderFor(start: Buffer): TextDecoder | null {
  if (start[0] === 0xff && start[1] === 0xfe) return new TextDecoder('utf-16le');
  if (start[0] === 0xfe && start[1] === 0xff) return new TextDecoder('utf-16be');
  return null;
}

/** The first chunks as one of at least so many bytes, unless there are fewer in all. */
async function startOf(chunks: AsyncGenerator<Buffer>, bytes: number): Promise<Buffer> {
  const start: Buffer[] = [];
  for (let length = 0; length < bytes; ) {
    const next = await chunks.next();
    if (next.done) break;
    start.push(next.value);
    length += next.value.length;
  }
  return joined(start);
}
