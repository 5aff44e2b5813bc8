import type { Answer, ErrorAnswer, HuntingAnswer, RequestsAnswer, SummaryAnswer } from '@/lib/answers';
import type { CoverageReport } from '@/lib/coverage';
import type { RequestDetail } from '@/lib/request';

/** What each route of the API answers with. */
export interface Routes {
  '/api/requests': RequestsAnswer;
  '/api/requests/{id}': RequestDetail;
  '/api/summary': SummaryAnswer;
  '/api/hunting-query': HuntingAnswer;
  '/api/coverage': CoverageReport;
}

/** Why an answer did not come. `code` is the API's own, or `unreachable` or `not-an-answer`. */
export class AnswerError extends Error {
  /** When it failed, UTC ISO 8601. */
  readonly at: string;

  constructor(
    readonly code: string,
    message: string,
    /** Null when no server of ours answered. */
    readonly requestId: string | null,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'AnswerError';
    this.at = new Date().toISOString();
  }
}

/**
 * Fetches one answer of the API. Throws `AnswerError` when the server refuses, cannot be reached, or something
 * that is not this product answers; an abort through `signal` is thrown as it comes.
 */
export async function fetchAnswer<R extends keyof Routes>(
  url: string,
  signal: AbortSignal,
): Promise<Answer<Routes[R]>> {
  let body: unknown;
  try {
    const response = await fetch(url, { signal, headers: { accept: 'application/json' } });
    body = await response.json();
  } catch (cause) {
    if (signal.aborted) throw cause;
    if (cause instanceof SyntaxError) throw notAnAnswer(cause);
    throw new AnswerError('unreachable', 'The server cannot be reached.', null, { cause });
  }
  if (isError(body)) throw new AnswerError(body.error.code, body.error.message, body.error.requestId);
  if (!isAnswer<Routes[R]>(body)) throw notAnAnswer();
  return body;
}

function notAnAnswer(cause?: Error): AnswerError {
  const message = 'What came back is no answer of this product; a proxy or an older page may be in between.';
  return new AnswerError('not-an-answer', message, null, { cause });
}

function isError(body: unknown): body is ErrorAnswer {
  if (!isObject(body) || !isObject(body.error)) return false;
  const { code, message, requestId } = body.error;
  return typeof code === 'string' && typeof message === 'string' && typeof requestId === 'string';
}

/** Checks the envelope; the data inside follow from the route, since page and server are one build. */
export function isAnswer<T>(body: unknown): body is Answer<T> {
  return isObject(body) && isObject(body.data) && isObject(body.meta) && isObject(body.meta.coverage);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
