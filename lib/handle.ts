import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Answer, ErrorAnswer, Meta } from './answers';
import type { Reader } from './auth/reader';
import { readerOf } from './auth/readerOf';
import { scopeOf } from './auth/scopeOf';
import { thresholds } from './checks/thresholds';
import type { Coverage } from './coverage';
import { AppError } from './errors';
import { hiddenOf } from './exclusions';
import type { Clause } from './filter/clause';
import { toClauses, without } from './filter/clauses';
import type { FieldName } from './filter/filter';
import { parseApi } from './filter/parse';
import type { View } from './filter/view';
import type { Inbound } from './inbound';
import { log } from './log';
import { coverageOf, requestsInAll } from './report';
import { judgeRules, type Rules } from './rules/judge';
import { readRulesFile } from './rules/rulesFile';
import { server } from './server';

/** What a route is given: who asks, its parameters, read and found good, and the running product. */
export interface Asked {
  inbound: Inbound;
  reader: Reader;
  view: View;
  /** The filter, the exclusion rules and the reader's scope. Every question about requests is asked with these. */
  clauses: Clause[];
  /** The exclusion rules of now; none where the endpoint does not take `rules`. */
  rules: Rules;
  /** The reader's scope alone; empty for a reader who may see everything. */
  scope: Clause[];
  /** Whether the reader may know how many requests there are in all. */
  totalIsKnown: boolean;
  /** The clauses without those of some fields, as a facet or a chart needs them to count its own values. */
  clausesWithout(...fields: FieldName[]): Clause[];
  params: URLSearchParams;
  /** When the question came, UTC ISO 8601; rolling spans end here. */
  now: string;
  /** Whether what was sent says that it is JSON. */
  sendsJson: boolean;
  /** Aborted when the reader goes away. */
  signal: AbortSignal;
  /** Sentences that go along with the answer. */
  warnings: readonly string[];
  warn(sentence: string): void;
}

type Route<Path> = (request: Request, context: { params: Promise<Path> }) => Promise<Response>;

/**
 * The way in for every API route that answers JSON: verifies who asks, reads the parameters in `accepts` (400
 * naming each that is not understood), answers with coverage, and maps errors to their status.
 */
export function handle<T, Path = object>(
  accepts: readonly string[],
  answer: (asked: Asked, path: Path) => Promise<T>,
): Route<Path> {
  return guarded<Path>(accepts, async (asked, path, started) => {
    const version = asked.inbound.store.version();
    const data = await answer(asked, path);
    const coverage = await coverageOf(asked.inbound, asked.scope);
    const meta: Meta = {
      version,
      coverage,
      warnings: [...asked.warnings],
      hidden: asked.view.rules === 'on' ? (await hiddenOf(asked)).requests : 0,
      scope: await visibleOf(asked, coverage),
      thresholds: thresholds.version,
      tookMs: Math.round((performance.now() - started) * 10) / 10,
    };
    return json(200, { data, meta } satisfies Answer<T>);
  });
}

/** The way in for an API route that answers a file; the same guard as `handle`, without the envelope. */
export function download<Path = object>(
  accepts: readonly string[],
  answer: (asked: Asked, path: Path) => Promise<Response>,
): Route<Path> {
  return guarded<Path>(accepts, answer);
}

/**
 * The way in for an API route that does something before it answers; the same guard as `handle`, once before the
 * work and once after it, since the reader may see less by then. It takes JSON alone, which a page of another site
 * cannot send without being asked for leave first.
 */
export function act<T, Path = object>(
  accepts: readonly string[],
  work: (asked: Asked) => Promise<void>,
  answer: (asked: Asked, path: Path) => Promise<T>,
): Route<Path> {
  const before = guarded<Path>(accepts, async (asked) => {
    if (!asked.sendsJson)
      throw new AppError('bad-parameter', 'Send this with content-type application/json.');
    await work(asked);
    return new Response(null, { status: 204 });
  });
  const after = handle(accepts, answer);
  return async (request, context) => {
    const worked = await before(request, context);
    return worked.ok ? after(request, context) : worked;
  };
}

function guarded<Path>(
  accepts: readonly string[],
  respond: (asked: Asked, path: Path, started: number) => Promise<Response>,
): Route<Path> {
  return async (request, context) => {
    const requestId = randomUUID();
    const started = performance.now();
    try {
      const inbound = await server();
      if (inbound.env.signIn === null) refuseForeignHost(request);
      const reader = await readerOf(request, inbound.env.signIn);
      const params = new URL(request.url).searchParams;
      const { view, problems } = parseApi(params, accepts);
      if (problems.length > 0)
        throw new AppError('bad-parameter', problems.map((problem) => problem.message).join(' '));
      const now = new Date().toISOString();
      const { clauses: scope, totalIsKnown, warnings } = await scopeOf(reader, inbound);
      const rules = accepts.includes('rules')
        ? judgeRules(await readRulesFile(inbound.env.exclusionRulesFile), now)
        : noRules;
      const applied = view.rules === 'on' ? clausesOf(rules) : [];
      const clausesWithout = (...fields: FieldName[]) => [
        ...toClauses(fields.reduce(without, view.filter), now),
        ...applied,
        ...scope,
      ];
      const asked: Asked = {
        inbound,
        reader,
        view,
        clauses: clausesWithout(),
        rules,
        scope,
        totalIsKnown,
        clausesWithout,
        params,
        now,
        sendsJson: /^application\/json\b/.test(request.headers.get('content-type') ?? ''),
        signal: request.signal,
        warnings,
        warn: (sentence) => void warnings.push(sentence),
      };
      return await respond(asked, await context.params, started);
    } catch (error) {
      return refusal(error, requestId);
    }
  };
}

const noRules: Rules = { usable: [], notApplied: [] };

function clausesOf({ usable }: Rules): Clause[] {
  if (usable.length === 0) return [];
  return [{ kind: 'rules', field: 'rules', rules: usable.map(({ clauses }) => clauses) }];
}

/** How much a scoped reader sees of everything; never of the filtered rows, which would tell what is hidden. */
async function visibleOf(
  { inbound, scope, totalIsKnown }: Asked,
  { requests }: Coverage,
): Promise<Meta['scope']> {
  if (scope.length === 0) return null;
  return { visible: requests, all: totalIsKnown ? await requestsInAll(inbound) : null };
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
  const { code, message, claims, cause } = known;
  if (known.status >= 500) log.error({ err: error, requestId }, 'request failed');
  else if (cause instanceof Error) log.info({ code, reason: cause.message, requestId }, 'request refused');
  return json(known.status, {
    error: { code, message, requestId, ...(claims !== null && { claims }) },
  } satisfies ErrorAnswer);
}

const unexpected =
  'The server could not answer. Try again; if it happens again, look for this id in its log.';

function json(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      ...(status === 401 && { 'www-authenticate': 'Bearer' }),
    },
  });
}
