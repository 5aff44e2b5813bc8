import 'server-only';
import type { ErrorAnswer } from './answers';
import { AppError, type ErrorCode } from './errors';
import { log } from './log';

/** Maps an error to its answer; what is not an `AppError` goes to the log and says nothing outside. */
export function refusal(error: unknown, requestId: string): [Response, ErrorCode] {
  const known = error instanceof AppError ? error : new AppError('internal', unexpected, { cause: error });
  const { code, message, claims, cause, retryAfterSeconds } = known;
  if (known.status >= 500) log.error({ err: error, requestId }, 'request failed');
  else if (cause instanceof Error) log.info({ code, reason: cause.message, requestId }, 'request refused');
  const body: ErrorAnswer = { error: { code, message, requestId, ...(claims !== null && { claims }) } };
  const retry = retryAfterSeconds === null ? {} : { 'retry-after': String(Math.ceil(retryAfterSeconds)) };
  return [json(known.status, body, retry), code];
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
