import type { ManifestAnswer } from '@/lib/answers';
import { AnswerError, isErrorAnswer } from '../data/AnswerError';
import { authorizedFetch } from '../data/authorizedFetch';
import { fetchAnswer } from '../data/fetchAnswer';
import { RowCount } from './countRows';
import { Sha256 } from './sha256';
import type { Sink } from './sink';

/** How far a file has come. */
export interface Received {
  rows: number;
  /** As the server announced them before the first one. */
  total: number;
  bytes: number;
}

/** A file that is whole: as many rows as announced and, where the manifest came too, the very bytes that were sent. */
export interface Checked extends Received {
  sha256: string;
  file: string;
  /** The words that say why there is no manifest to compare with, in its place. */
  manifest: ManifestAnswer | string;
}

/**
 * Receives a file into `sink`, counting and digesting what arrives. Throws `AnswerError` when the server refuses or
 * breaks off, and `not-whole` when what arrived is not what was announced or sent; nothing is kept then.
 */
export async function receiveFile(
  url: string,
  format: ManifestAnswer['format'],
  sink: Sink,
  signal: AbortSignal,
  progress: (received: Received) => void,
): Promise<Checked> {
  const { id, file, total, body } = await opened(url, signal);
  const [count, hash, received] = [new RowCount(format), new Sha256(), { rows: 0, total, bytes: 0 }];
  try {
    const reader = body.getReader();
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      hash.update(piece.value);
      received.rows = count.update(piece.value).rows;
      received.bytes += piece.value.length;
      await sink.write(piece.value);
      progress({ ...received });
    }
  } catch (cause) {
    if (signal.aborted || cause instanceof AnswerError) throw cause;
    const message = `The connection broke after ${received.rows} of ${total} rows, or they could not be written.`;
    throw new AnswerError('broke-off', message, null, { cause });
  }
  const checked = { ...received, sha256: hash.digest(), file };
  if (received.rows !== total)
    throw new AnswerError('not-whole', `${received.rows} of ${total} rows arrived.`, null);
  const manifest = await manifestOf(id, signal);
  if (typeof manifest !== 'string' && !matches(checked, manifest))
    throw new AnswerError('not-whole', 'What arrived is not what the server sent.', null);
  return { ...checked, manifest };
}

async function opened(url: string, signal: AbortSignal) {
  const response = await authorizedFetch(url, { signal }).catch((cause: unknown) => {
    if (signal.aborted || cause instanceof AnswerError) throw cause;
    throw new AnswerError('unreachable', 'The server cannot be reached.', null, { cause });
  });
  const { headers, body } = response;
  const [id, total] = [headers.get('x-export-id'), headers.get('x-row-count')];
  const file = /filename="([^"]+)"/.exec(headers.get('content-disposition') ?? '')?.[1];
  if (response.ok && body && id !== null && total !== null && file !== undefined)
    return { id, file, total: Number(total), body };
  const refused: unknown = await response.json().catch(() => null);
  if (isErrorAnswer(refused))
    throw new AnswerError(refused.error.code, refused.error.message, refused.error.requestId);
  throw new AnswerError('not-an-answer', 'What came back is no file of this product.', null);
}

async function manifestOf(id: string, signal: AbortSignal): Promise<ManifestAnswer | string> {
  try {
    return (await fetchAnswer<'/api/export/{id}'>(`/api/export/${id}`, signal)).data;
  } catch (error) {
    if (signal.aborted || !(error instanceof AnswerError)) throw error;
    if (error.code === 'export-failed') throw error;
    return error.message;
  }
}

function matches({ rows, bytes, sha256 }: Omit<Checked, 'manifest'>, manifest: ManifestAnswer): boolean {
  return rows === manifest.rows && bytes === manifest.bytes && sha256 === manifest.sha256;
}
