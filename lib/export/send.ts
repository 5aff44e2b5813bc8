import 'server-only';
import { createHash } from 'node:crypto';
import { AppError } from '../errors';
import type { AccessRequest } from '../request';
import type { FileFormat } from './file';

/** What was sent: exactly these bytes, and no row more or less than announced. */
export interface Sent {
  rows: number;
  bytes: number;
  sha256: string;
}

interface Sending {
  format: FileFormat;
  /** Requests in order, read as they are asked for. */
  rows: AsyncGenerator<AccessRequest[]>;
  /** How many there are to be. */
  total: number;
  /** Called once, with what was sent or with why it broke off; the reading is over then. */
  ended(end: Sent | Error): Promise<void>;
  /** Aborted when the client is gone. */
  signal?: AbortSignal;
  /** How long the client may leave a piece untouched. */
  patienceMs?: number;
}

/**
 * A file as a stream that is written as fast as it is read, a piece ahead at most. It fails rather than end early:
 * when the rows do, when they are not as many as announced, and when the client takes nothing for a minute.
 */
export function sending({
  format,
  rows,
  total,
  ended,
  signal,
  patienceMs = 60_000,
}: Sending): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const hash = createHash('sha256');
  const sent = { rows: 0, bytes: 0 };
  let head: string | null = format.head;
  let stalled: NodeJS.Timeout | undefined;
  let over = false;

  const end = async (how: Sent | Error) => {
    if (over) return;
    over = true;
    clearTimeout(stalled);
    signal?.removeEventListener('abort', left);
    await ended(how);
  };
  const calledOff = () => new AppError('export-failed', 'It was called off.');
  const left = () => end(calledOff());
  signal?.addEventListener('abort', left);
  const next = async (): Promise<Uint8Array | null> => {
    const { value, done } = await rows.next();
    if (done && head === null) return null;
    const piece = encoder.encode(`${head ?? ''}${done ? '' : format.rows(value)}`);
    head = null;
    hash.update(piece);
    sent.rows += done ? 0 : value.length;
    sent.bytes += piece.length;
    return piece;
  };

  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      clearTimeout(stalled);
      if (signal?.aborted) await left();
      const fail = async (error: Error) => {
        await end(error);
        controller.error(error);
      };
      try {
        const piece = await next();
        if (over) return controller.error(calledOff());
        if (piece !== null) {
          controller.enqueue(piece);
          stalled = setTimeout(
            () => fail(new AppError('export-failed', 'Nothing was taken from it for too long.')),
            patienceMs,
          ).unref();
          return;
        }
        if (sent.rows !== total)
          return await fail(new AppError('export-failed', `${sent.rows} of ${total} rows were sent.`));
        await end({ ...sent, sha256: hash.digest('hex') });
        controller.close();
      } catch (error) {
        const cause = error instanceof Error ? error : new Error(String(error));
        await fail(over ? calledOff() : cause);
      }
    },
    cancel: left,
  });
}
