import type {
  Answer,
  FacetAnswer,
  HuntingAnswer,
  KqlAnswer,
  ManifestAnswer,
  PackageAnswer,
  PackagesAnswer,
  PeopleAnswer,
  PersonAnswer,
  ReceiptAnswer,
  RequestsAnswer,
  WorkspaceHuntingAnswer,
} from '@/lib/answers';
import type { CoverageReport } from '@/lib/coverage';
import type { RequestDetail } from '@/lib/request';
import type { SummaryAnswer } from '@/lib/summary';
import { AnswerError, isErrorAnswer, isObject } from './AnswerError';
import { authorizedFetch } from './authorizedFetch';

/** What each route of the API answers with. */
export interface Routes {
  '/api/requests': RequestsAnswer;
  '/api/requests/{id}': RequestDetail;
  '/api/summary': SummaryAnswer;
  '/api/facets/{field}': FacetAnswer;
  '/api/packages': PackagesAnswer;
  '/api/packages/{id}': PackageAnswer;
  '/api/people': PeopleAnswer;
  '/api/people/{id}': PersonAnswer;
  '/api/receipt': ReceiptAnswer;
  '/api/export/{id}': ManifestAnswer;
  '/api/hunting-query': HuntingAnswer;
  '/api/hunting-query/workspace': WorkspaceHuntingAnswer;
  '/api/coverage': CoverageReport;
  '/api/kql': KqlAnswer;
  '/api/requests/{id}/kql': KqlAnswer;
}

/**
 * Fetches one answer of the API. Throws `AnswerError` when the server refuses, cannot be reached, or something
 * that is not this product answers; an abort through `signal` is thrown as it comes. After the session has ended
 * a question waits, so that what is on the page stays until the reader has signed in again.
 */
export async function fetchAnswer<R extends keyof Routes>(
  url: string,
  signal: AbortSignal,
): Promise<Answer<Routes[R]>> {
  let body: unknown;
  try {
    const response = await authorizedFetch(url, { signal, headers: { accept: 'application/json' } });
    body = await response.json();
  } catch (cause) {
    if (signal.aborted) throw cause;
    if (cause instanceof AnswerError && cause.code === 'session-ended') return abortOf(signal);
    if (cause instanceof AnswerError) throw cause;
    if (cause instanceof SyntaxError) throw notAnAnswer(cause);
    throw new AnswerError('unreachable', 'The server cannot be reached.', null, { cause });
  }
  if (isErrorAnswer(body)) throw new AnswerError(body.error.code, body.error.message, body.error.requestId);
  if (!isAnswer<Routes[R]>(body)) throw notAnAnswer();
  return body;
}

function notAnAnswer(cause?: Error): AnswerError {
  const message = 'What came back is no answer of this product; a proxy or an older page may be in between.';
  return new AnswerError('not-an-answer', message, null, { cause });
}

/** Never answers; rejects when the question is taken back. */
function abortOf(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

/** Checks the envelope; the data inside follow from the route, since page and server are one build. */
export function isAnswer<T>(body: unknown): body is Answer<T> {
  return isObject(body) && isObject(body.data) && isObject(body.meta) && isObject(body.meta.coverage);
}
