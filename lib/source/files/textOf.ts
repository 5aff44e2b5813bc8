import 'server-only';
import { startOf } from './startOf';
import { type Bytes, unpacked } from './unpacked';

/** Counts the bytes of the file that were read. */
export interface Progress {
  bytesRead: number;
}

/**
 * The text of a file as UTF-8 bytes without byte order mark, unpacked when the file is gzip and transcoded when
 * it is UTF-16 with a mark. Throws what `bytes` throws, or `DamagedData` after all that could be unpacked.
 */
export async function* textOf(bytes: Bytes, progress: Progress): AsyncGenerator<Buffer> {
  yield* decoded(unpacked(counted(bytes(), progress), bytes));
}

async function* counted(chunks: AsyncGenerator<Buffer>, progress: Progress): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    progress.bytesRead += chunk.length;
    yield chunk;
  }
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
