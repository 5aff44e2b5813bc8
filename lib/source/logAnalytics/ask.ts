import 'server-only';
import { LogsQueryClient, type LogsTable } from '@azure/monitor-query-logs';
import type { Failure, Question } from './messages';

/** Time for the answer to arrive, after the service has had the time it was given to find it. */
const graceSeconds = 60;

/** A question that has no answer. */
export class Unanswered extends Error {
  constructor(
    readonly failure: Failure,
    options?: ErrorOptions,
  ) {
    super(`The question has no answer: ${failure.kind}.`, options);
  }
}

export interface Answer {
  /** Null when the workspace holds no data at all. */
  table: LogsTable | null;
  partial: string | null;
  /** The response's text; kept only when asked for, since it may be 100 MB. */
  body: string;
  bytes: number;
  ageSeconds: number | null;
  clockAheadSeconds: number | null;
}

/** What came back, before the client made of it what it could. */
interface Seen {
  status: number | null;
  body: string;
  bytes: number;
  header: (name: string) => string | null;
}

/**
 * Asks the service once. The client drops the caller's signal and loses the status and text of responses it does
 * not expect, so a policy of its pipeline puts the one on the request and notes the others. Throws `Unanswered`.
 */
export async function ask(question: Question, signal: AbortSignal): Promise<Answer> {
  const seen: Seen = { status: null, body: '', bytes: 0, header: () => null };
  const slow = AbortSignal.timeout((question.waitSeconds + graceSeconds) * 1000);
  const client = clientFor(question, AbortSignal.any([signal, slow]), seen);
  const { workspace, text, timespan, waitSeconds, fresh } = question;
  try {
    const result = await client.queryWorkspace(workspace, text, timespan, {
      serverTimeoutInSeconds: waitSeconds,
      requestOptions: { headers: fresh ? { 'cache-control': 'no-cache' } : {} },
    });
    const [tables, partial] =
      'tables' in result ? [result.tables, null] : [result.partialTables, wordsOf(result.partialError)];
    const [table] = tables;
    if (!table) throw new Error('The answer has no table.');
    const age = Number.parseInt(seen.header('age') ?? '', 10);
    const ageSeconds = Number.isNaN(age) ? null : age;
    const clockAheadSeconds = aheadOf(seen.header('date'), ageSeconds ?? 0);
    return { table, partial, body: seen.body, bytes: seen.bytes, ageSeconds, clockAheadSeconds };
  } catch (error) {
    if (signal.aborted) throw new Unanswered({ kind: 'aborted' });
    if (slow.aborted) throw new Unanswered({ kind: 'slow' });
    // The service's way of saying that the workspace holds no data at all.
    if (seen.status === 204)
      return { table: null, partial: null, body: '', bytes: 0, ageSeconds: null, clockAheadSeconds: null };
    throw new Unanswered(failureOf(seen, error), { cause: error });
  }
}

/** How far this machine's clock is ahead of the one that wrote the header, in seconds; negative when behind. */
function aheadOf(date: string | null, ageSeconds: number): number | null {
  const told = Date.parse(date ?? '');
  return Number.isNaN(told) ? null : Math.round((Date.now() - told) / 1000) - ageSeconds;
}

function clientFor(question: Question, signal: AbortSignal, seen: Seen): LogsQueryClient {
  return new LogsQueryClient(
    { getToken: async () => question.token },
    {
      endpoint: question.endpoint,
      credentials: { scopes: [`${question.audience}/.default`] },
      retryOptions: { maxRetries: 0 },
      additionalPolicies: [
        {
          position: 'perCall',
          policy: {
            name: 'noteResponse',
            async sendRequest(request, next) {
              request.abortSignal = signal;
              const response = await next(request);
              seen.status = response.status;
              seen.header = (name) => response.headers.get(name) ?? null;
              const body = response.bodyAsText ?? '';
              seen.bytes = Buffer.byteLength(body);
              if (question.file === null || response.status !== 200 || body.length < 1000) seen.body = body;
              return response;
            },
          },
        },
      ],
    },
  );
}

function failureOf(seen: Seen, error: unknown): Failure {
  const message = error instanceof Error ? error.message : String(error);
  if (seen.status === null) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return { kind: 'network', code, message };
  }
  if (seen.status === 200 && !seen.body.includes('"error"'))
    return { kind: 'unreadable', message: seen.bytes === 0 ? 'The response is empty.' : message };
  return {
    kind: 'status',
    status: seen.status,
    body: seen.body.slice(0, 10_000),
    retryAfter: seen.header('retry-after'),
    requestId: seen.header('x-ms-request-id'),
  };
}

interface ServiceError {
  message?: string | undefined;
  details?: ServiceError[] | undefined;
  innererror?: ServiceError | undefined;
}

/** The messages of an error and of those inside it, outermost first, each once. */
function wordsOf(error: ServiceError | undefined): string {
  const words: string[] = [];
  const add = (one: ServiceError | undefined, depth: number) => {
    if (one === undefined || depth > 5) return;
    if (one.message && !words.includes(one.message)) words.push(one.message);
    for (const detail of one.details ?? []) add(detail, depth + 1);
    add(one.innererror, depth + 1);
  };
  add(error, 0);
  return words.join(' ').slice(0, 1000) || 'The service gave no reason.';
}
