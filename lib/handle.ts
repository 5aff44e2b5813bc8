import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Answer, ErrorAnswer } from './answers';
import { AppError } from './errors';
import type { Clause } from './filter/clause';
import { toClauses } from './filter/clauses';
import { parseApi } from './filter/parse';
import type { View } from './filter/view';
import type { Inbound } from './inbound';
import { log } from './log';
import { coverageOf } from './report';
import { server } from './server';

/** What a route is given: its parameters, read and found good, and the running product. */
export interface Asked {
  inbound: Inbound;
  view: View;
  clauses: Clause[];
  params: URLSearchParams;
  /** Sentences to send along with the answer. */
  warn(sentence: string): void;
}

type Route<Path> = (request: Request, context: { params: Promise<Path> }) => Promise<Response>;

/**
 * The one way in for every API route: refuses other hosts' pages, reads the parameters in `accepts` (400
 * naming each that is not understood), answers JSON with its coverage, and maps errors to their status.
 */
export function handle<T, Path = object>(
  accepts: readonly string[],
  answer: (asked: Asked, path: Path) => Promise<T>,
): Route<Path> {
  return async (request, context) => {
    const requestId = randomUUID();
    const started = performance.now();
    try {
      refuseForeignHost(request);
      const params = new URL(request.url).searchParams;
      const { view, problems } = parseApi(params, accepts);
      if (problems.length > 0)
        throw new AppError('bad-parameter', problems.map((problem) => problem.message).join(' '));
      const inbound = await server();
      const warnings: string[] = [];
      const version = inbound.store.version();
      const clauses = toClauses(view.filter, new Date().toISOString());
      const warn = (sentence: string) => void warnings.push(sentence);
      const data = await answer({ inbound, view, clauses, params, warn }, await context.params);
      const tookMs = Math.round((performance.now() - started) * 10) / 10;
      const meta = { version, coverage: await coverageOf(inbound), warnings, hidden: 0, tookMs };
      return json(200, { data, meta } satisfies Answer<T>);
    } catch (error) {
      return refusal(error, requestId);
    }
  };
}

/** Without sign-in only this machine may ask; a page of another site that resolves here may not. */
function refuseForeignHost(request: Request): void {
  const host = request.headers.get('host') ?? '';
  const name = host.replace(/:\d+$/, '').toLowerCase();
  if (!['127.0.0.1', 'localhost', '[::1]'].includes(name))
    throw new AppError(
      'host-refused',
      'Sign-in is off, so only this machine may ask. Open the product at http://127.0.0.1.',
    );
}

/** Maps an error to its answer; what is not an `AppError` goes to the log and says nothing outside. */
function refusal(error: unknown, requestId: string): Response {
  const known = error instanceof AppError ? error : new AppError('internal', unexpected, { cause: error });
  if (known.status >= 500) log.error({ err: error, requestId }, 'request failed');
  return json(known.status, {
    error: { code: known.code, message: known.message, requestId },
  } satisfies ErrorAnswer);
}

const unexpected =
  'The server could not answer. Try again; if it happens again, look for this id in its log.';

function json(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  });
}
