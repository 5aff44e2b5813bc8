import 'server-only';
import { randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { type Access, accessOf, noteAccess, noteRows, noteView } from './access';
import type { Answer, Meta } from './answers';
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
import { json, noteError, refusal } from './jsonAnswer';
import { admit, type Kind } from './limits/admit';
import { refuseLargeBody, refuseLongAddress } from './limits/size';
import { coverageOf, requestsInAll } from './report';
import { judgeRules, type Rules } from './rules/judge';
import { readRulesFile } from './rules/rulesFile';
import { server } from './server';
import { checkNotices } from './store/checkNotices';

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

/** Builds what a route is given, with what the reader may see at that moment. */
type Ask = () => Promise<Asked>;

/**
 * The way in for every API route that answers JSON: verifies who asks, reads the parameters in `accepts` (400
 * naming each that is not understood), answers with coverage, and maps errors to their status.
 */
export function handle<T, Path = object>(
  accepts: readonly string[],
  answer: (asked: Asked, path: Path) => Promise<T>,
  kind: Kind = 'question',
): Route<Path> {
  return guarded<Path>(accepts, kind, async (ask, path, access, started) =>
    enveloped(await ask(), (asked) => answer(asked, path), access, started),
  );
}

/** The way in for an API route that answers a file; the same guard as `handle`, without the envelope. */
export function download<Path = object>(
  accepts: readonly string[],
  answer: (asked: Asked, path: Path, access: Access) => Promise<Response>,
): Route<Path> {
  return guarded<Path>(accepts, 'export', async (ask, path, access) => answer(await ask(), path, access));
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
  return guarded<Path>(accepts, 'sync', async (ask, path, access, started) => {
    const before = await ask();
    if (!before.sendsJson)
      throw new AppError('bad-parameter', 'Send this with content-type application/json.');
    await work(before);
    return enveloped(await ask(), (asked) => answer(asked, path), access, started);
  });
}

async function enveloped<T>(
  asked: Asked,
  answer: (asked: Asked) => Promise<T>,
  access: Access,
  started: number,
): Promise<Response> {
  const version = asked.inbound.store.version();
  const data = await answer(asked);
  noteRows(access, data);
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
}

function guarded<Path>(
  accepts: readonly string[],
  kind: Kind,
  respond: (ask: Ask, path: Path, access: Access, started: number) => Promise<Response>,
): Route<Path> {
  return async (request, context) => {
    const started = performance.now();
    // Each question to the store listens to it, and an answer asks dozens.
    setMaxListeners(0, request.signal);
    const path = await context.params;
    const access = accessOf(request, randomUUID(), path ?? {});
    const noted = (response: Response, error: Parameters<typeof noteAccess>[1]['error']) => {
      noteAccess(access, { status: response.status, seconds: (performance.now() - started) / 1000, error });
      return response;
    };
    let leave = () => {};
    try {
      const inbound = await server();
      const { signIn } = inbound.env;
      if (signIn === null) refuseForeignHost(request);
      const reader = await readerOf(request, signIn);
      Object.assign(access, { reader: reader.id, tenant: signIn?.tenant ?? null });
      refuseLongAddress(request);
      leave = await admit(reader.id, kind, request.signal);
      await refuseLargeBody(request);
      let known: Reader | null = reader;
      const ask = async () => {
        const asking = known ?? (await readerOf(request, signIn));
        known = null;
        return askedOf(request, inbound, asking, accepts, access);
      };
      return noted(await respond(ask, path, access, started), null);
    } catch (error) {
      if (!request.signal.aborted) return noted(...refusal(error, access.requestId));
      if (!isLeaving(error, request.signal)) noteError(error, access.requestId);
      return noted(new Response(null, { status: 499 }), 'left');
    } finally {
      leave();
    }
  };
}

async function askedOf(
  request: Request,
  inbound: Inbound,
  reader: Reader,
  accepts: readonly string[],
  access: Access,
): Promise<Asked> {
  const params = new URL(request.url).searchParams;
  const { view, problems } = parseApi(params, accepts);
  if (problems.length > 0)
    throw new AppError('bad-parameter', problems.map((problem) => problem.message).join(' '));
  noteView(access, view, params);
  const now = new Date().toISOString();
  const { clauses: scope, totalIsKnown, warnings } = await scopeOf(reader, inbound, request.signal);
  warnings.push(...(await checkNotices(inbound.store)));
  const rules = accepts.includes('rules')
    ? judgeRules(await readRulesFile(inbound.env.exclusionRulesFile), now)
    : noRules;
  const applied = view.rules === 'on' ? clausesOf(rules) : [];
  const clausesWithout = (...fields: FieldName[]) => [
    ...toClauses(fields.reduce(without, view.filter), now),
    ...applied,
    ...scope,
  ];
  return {
    inbound: { ...inbound, store: inbound.store.until({ reader: reader.id, signal: request.signal }) },
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
}

/** Whether an error says that the reader has left, and nothing else. */
function isLeaving(error: unknown, { reason }: AbortSignal): boolean {
  return error === reason || (error instanceof Error && error.name === 'AbortError');
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
