import 'server-only';
import { rm } from 'node:fs/promises';
import type { Query } from '../kql/queries';
import { appError, secondsOf } from './failures';
import { Limits } from './limits';
import type { Answered, Failure, Row } from './messages';
import { pause } from './pause';
import { principalOf } from './principal';
import { NoAnswer, ReadingThread } from './thread';
import type { ReadOptions, TokenSource } from './workspaceReader';

/** How long the service may look for an answer before it gives up; its own default. */
const waitSeconds = 180;
const attempts = 3;
const firstPauseMs = 500;
/** A service that wants to be left alone for longer is left to the caller's own schedule. */
const longestPauseMs = 30_000;

interface Asked {
  workspace: string;
  query: Query;
  token: TokenSource;
  /** File for the records; null has the rows sent back. */
  file: string | null;
}

/** Asks within the service's limits, and again where a failure is likely to pass. */
export class Asker {
  readonly #service: { endpoint: string; audience: string };
  readonly #limits = new Limits();
  readonly #thread = new ReadingThread();

  constructor({ endpoint, audience }: { endpoint: string; audience: string }) {
    this.#service = { endpoint, audience };
  }

  /** Throws `AppError`, or the signal's reason; either way the file is gone. */
  async ask(asked: Asked, { signal, fresh = false }: ReadOptions): Promise<Answered & { found: Row[] }> {
    const { workspace, query, file } = asked;
    for (let attempt = 1; ; attempt++) {
      try {
        const token = await asked.token(signal);
        const question = { ...this.#service, ...query, token, workspace, waitSeconds, fresh, file };
        return await this.#limits.run(principalOf(token.token), workspace, signal, () =>
          this.#thread.ask(question, signal),
        );
      } catch (error) {
        if (file !== null) await rm(file, { force: true });
        signal.throwIfAborted();
        if (!(error instanceof NoAnswer)) throw error;
        const wait = attempt < attempts ? pauseBefore(attempt, error.failure) : null;
        if (wait === null) throw appError(error, workspace);
        await pause(wait, signal);
      }
    }
  }

  close(): Promise<void> {
    return this.#thread.close();
  }
}

/** Milliseconds until the question may be asked again; null when it need not be. */
function pauseBefore(attempt: number, failure: Failure): number | null {
  const doubling = firstPauseMs * 2 ** (attempt - 1);
  if (failure.kind === 'network' && !/CERT|SELF_SIGNED|UNABLE_TO|ENOTFOUND/.test(failure.code))
    return doubling;
  if (failure.kind !== 'status' || ![429, 500, 502, 503].includes(failure.status)) return null;
  const wanted = secondsOf(failure.retryAfter);
  const wait = wanted === null ? doubling : wanted * 1000;
  return wait <= longestPauseMs ? wait : null;
}
