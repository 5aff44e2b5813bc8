import 'server-only';
import { createGunzip, type Gunzip } from 'node:zlib';
import { startOf } from './startOf';

/** Begins to read the bytes of a file anew, from the first one. */
export type Bytes = () => AsyncGenerator<Buffer>;

/** The compressed data of a file stop or are damaged somewhere. */
export class DamagedData extends Error {}

const chunkBytes = 256 * 1024;

/** Bytes unpacked at once on the way to the damage, in one reading after another: each begins where the one before met it. */
const steps = [512, 1];

/** The chunks of a file, unpacked when they are gzip. Throws `DamagedData` after all that could be unpacked. */
export async function* unpacked(chunks: AsyncGenerator<Buffer>, again: Bytes): AsyncGenerator<Buffer> {
  const start = await startOf(chunks, 2);
  if (start[0] !== 0x1f || start[1] !== 0x8b) {
    yield start;
    yield* chunks;
    return;
  }
  const unpacking = new Unpacking();
  let next: IteratorResult<Buffer> = { value: start, done: false };
  for (;;) {
    const failure = await unpacking.write(next.done ? null : next.value);
    // What was unpacked goes before the failure, so that a damaged file still gives its beginning.
    yield* unpacking.take();
    if (failure !== null) {
      // Where the data merely end too soon, the last write was empty, and all before it has been handed on.
      if (!next.done) yield* beforeDamage(again, unpacking);
      throw new DamagedData('The gzip data are cut off or damaged.', { cause: failure });
    }
    if (next.done) return;
    if (unpacking.ended) return await padding(next.value.subarray(unpacking.readOfLast), chunks);
    next = await chunks.next();
  }
}

/** What the write that met the damage had unpacked before it: zlib keeps that to itself, so it is unpacked anew. */
async function* beforeDamage(again: Bytes, failed: Unpacking): AsyncGenerator<Buffer> {
  let sound = failed.bytesTaken;
  for (const step of steps) {
    const unpacking = new Unpacking();
    let handedOn = step === 1 ? failed.bytesGiven : Number.POSITIVE_INFINITY;
    for await (const piece of inSteps(again(), unpacking, sound, step)) {
      const fresh = piece.subarray(Math.min(handedOn, piece.length));
      handedOn -= piece.length - fresh.length;
      if (fresh.length > 0) yield fresh;
    }
    sound = unpacking.bytesTaken;
  }
}

/** What is unpacked up to the damage, in steps of so many bytes from `sound` on. */
async function* inSteps(
  chunks: AsyncGenerator<Buffer>,
  unpacking: Unpacking,
  sound: number,
  step: number,
): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; ) {
      const end = Math.max(at + step, Math.min(chunk.length, at + sound - unpacking.bytesTaken));
      const failure = await unpacking.write(chunk.subarray(at, end));
      if (failure !== null || unpacking.ended) return;
      yield* unpacking.take();
      at = end;
    }
  }
}

/** Zero bytes may fill a file up to its end; the data end before them. */
async function padding(first: Buffer, chunks: AsyncGenerator<Buffer>): Promise<void> {
  for (let rest = first; ; ) {
    if (rest.some((byte) => byte !== 0)) throw new DamagedData('Something follows the end of the gzip data.');
    const next = await chunks.next();
    if (next.done) return;
    rest = next.value;
  }
}

/** Gzip data that are unpacked write by write. */
class Unpacking {
  readonly #gunzip: Gunzip = createGunzip({ chunkSize: chunkBytes });
  #pieces: Buffer[] = [];
  /** Bytes of the writes that were unpacked without a failure. */
  bytesTaken = 0;
  /** Bytes that `take` gave. */
  bytesGiven = 0;
  /** Bytes of the last write that were read before the data ended. */
  readOfLast = 0;

  constructor() {
    this.#gunzip.on('data', (piece: Buffer) => this.#pieces.push(piece));
    // The write that fails tells of it; without a listener of its own the event would end the process.
    this.#gunzip.on('error', () => undefined);
  }

  get ended(): boolean {
    return this.#gunzip.readableEnded;
  }

  /** Writes one chunk, or the end for null, and waits until it is unpacked. Answers what went wrong, or null. */
  async write(chunk: Buffer | null): Promise<Error | null> {
    const failure = await written(this.#gunzip, chunk);
    if (failure !== null || chunk === null) return failure;
    this.readOfLast = this.#gunzip.bytesWritten - this.bytesTaken;
    this.bytesTaken += chunk.length;
    return null;
  }

  /** What was unpacked since the last call. */
  take(): Buffer[] {
    const pieces = this.#pieces;
    this.#pieces = [];
    for (const { length } of pieces) this.bytesGiven += length;
    return pieces;
  }
}

/** Resolves when a write is confirmed, or when the data end within it: then it never is. */
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
