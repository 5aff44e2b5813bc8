import type { ErrorAnswer } from '@/lib/answers';
import { AnswerError, isErrorAnswer } from './AnswerError';

/** What the API says to a reader whom it turns away. */
export type Refusal = ErrorAnswer['error'];

/** What a signed-in reader asks our own API with. */
export interface Session {
  /**
   * The reader's token; `renewed` asks the authority for a new one. Throws `AnswerError`: `session-ended` when the
   * reader has to sign in again, `unreachable` when the authority does not answer.
   */
  token(options: { renewed: boolean }): Promise<string>;
  /** Told of every refusal, so that the page can say so. */
  refused(refusal: Refusal): void;
}

let session: Session | null = null;

/** Sets whose token the API is asked with; null while sign-in is off. */
export function setSession(next: Session | null): void {
  session = next;
}

/**
 * `fetch` for our own API, with the reader's token where sign-in is on. A token that the API does not take is
 * renewed once. Throws `AnswerError` when the session has ended or the authority cannot be reached, else as `fetch`.
 */
export async function authorizedFetch(url: string, init: RequestInit = {}): Promise<Response> {
  const asking = session;
  if (asking === null) return fetch(url, init);
  const send = async (renewed: boolean) => {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${await asking.token({ renewed })}`);
    const response = await fetch(url, { ...init, headers });
    return { response, refusal: await refusalOf(response) };
  };
  let { response, refusal } = await send(false);
  if (refusal?.code === 'token-expired' || refusal?.code === 'token-refused')
    ({ response, refusal } = await send(true));
  if (refusal === null) return response;
  asking.refused(refusal);
  if (response.status === 401) throw new AnswerError('session-ended', refusal.message, refusal.requestId);
  return response;
}

/** Null for an answer that does not turn the reader away. */
async function refusalOf(response: Response): Promise<Refusal | null> {
  if (response.status !== 401 && response.status !== 403) return null;
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => null);
  return isErrorAnswer(body) ? body.error : null;
}
