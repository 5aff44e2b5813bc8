import 'server-only';
import type { ErrorAnswer } from './answers';
import { AppError, type ErrorCode } from './errors';
import { log } from './log';

/** Maps an error to its answer; what is not an `AppError` goes to the log and says nothing outside. */
export function refusal(error: unknown, requestId: string): [Response, ErrorCode] {
  const { code, message, claims, status, retryAfterSeconds } = noteError(error, requestId);
  const body: ErrorAnswer = { error: { code, message, requestId, ...(claims !== null && { claims }) } };
  const retry = retryAfterSeconds === null ? {} : { 'retry-after': String(Math.ceil(retryAfterSeconds)) };
  return [json(status, body, retry), code];
}

/** Has the log say of an error what its answer does not, and answers it as one that a user can act on. */
export function noteError(error: unknown, requestId: string): AppError {
  const known = error instanceof AppError ? error : new AppError('internal', unexpected, { cause: error });
  const { code, cause, status } = known;
  if (status >= 500) log.error({ err: error, requestId }, 'request failed');
  else if (cause instanceof Error) log.info({ code, reason: cause.message, requestId }, 'request refused');
  return known;
}

const unexpected =
  'The server could not answer. Try again; if it happens again, look for this id in its log.';

/** An answer of the API, which no cache keeps. */
export function json(status: number, body: unknown, more: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      ...(status === 401 && { 'www-authenticate': 'Bearer' }),
      ...more,
    },
  });
}
