import 'server-only';
import { decodeJwt } from 'jose';
import { AppError } from '../errors';
import type { TokenSource } from '../source/logAnalytics/workspaceReader';
import type { Reader } from './reader';

/** Readers whose tokens are kept, the newest ones. */
const most = 5;

/** A reader who can be asked on behalf of. */
export interface Present {
  id: string;
  name: string;
  token: string;
  /** Epoch milliseconds. */
  expires: number;
}

/** The readers who are here: their newest tokens, in memory alone and until they expire. */
export class PresentReaders {
  readonly #present = new Map<string, Present>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Answers true when this says something new: another reader, or another token of the same one. */
  offer({ id, name, token }: Reader): boolean {
    if (id === null || token === null || this.#present.get(id)?.token === token) return false;
    const expires = (decodeJwt(token).exp ?? 0) * 1000;
    this.#present.delete(id);
    this.#present.set(id, { id, name: name ?? id, token, expires });
    for (const oldest of [...this.#present.keys()].slice(0, -most)) this.#present.delete(oldest);
    return true;
  }

  /** Those whose token has not expired, the newest first. */
  all(): Present[] {
    for (const { id, expires } of this.#present.values())
      if (expires <= this.#now()) this.#present.delete(id);
    return [...this.#present.values()].reverse();
  }

  /** Tokens on behalf of one reader, by whatever token of theirs is the newest; throws `token-expired`. */
  tokenOf(id: string, onBehalfOf: (readersToken: string) => TokenSource): TokenSource {
    return (signal) => {
      const found = this.all().find((reader) => reader.id === id);
      if (found === undefined)
        throw new AppError('token-expired', 'The reader under whose token the workspace was read has left.');
      return onBehalfOf(found.token)(signal);
    };
  }
}
