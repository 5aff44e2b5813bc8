import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { z } from 'zod';
import { answer } from './answer';
import { partialErrors, type Refusal, refusals } from './errors';
import type { Table } from './table';
import type { StoredRow } from './tableRow';
import { type Claims, tokenCheck } from './token';
import { datetimeText } from './values';

/** What happens to one request instead of a plain answer. */
export type Fault =
  | { kind: 'refusal'; refusal: Refusal }
  /** The first half of the rows, and the error that says so. */
  | { kind: 'partial'; wording: keyof typeof partialErrors }
  | { kind: 'slow'; ms: number }
  /** The connection ends after so many bytes of the body; after 0, before any header. */
  | { kind: 'cut'; bytes: number }
  /** A 200 with this body, whatever was asked. */
  | { kind: 'body'; body: Buffer; headers?: Record<string, string> };

export interface Options {
  /** PEM. */
  tls: { key: string; cert: string };
  port?: number;
  audience: string;
  /** Address of the keys that tokens must be signed with; null takes them as they come. */
  keys?: string | null;
  /** Rows by workspace id; null for a workspace that has no table `AuditLogs`. */
  workspaces: Record<string, StoredRow[] | null>;
  /** Whether a principal (object id) may query a workspace; everyone may when it is left out. */
  mayQuery?: (oid: string, workspace: string) => boolean;
  /** Table- and row-level access: whether a principal sees a row; everyone sees all when it is left out. */
  sees?: (oid: string, stored: StoredRow, workspace: string) => boolean;
  /** The service's 500,000 records and 64 MB, smaller for a test. */
  limits?: { records: number; bytes: number };
  /** How far this service's clock is behind the machine's. */
  behindSeconds?: number;
}

/** One request as it came. */
export interface Asked {
  workspace: string;
  text: string;
  timespan: string | null;
  headers: IncomingMessage['headers'];
  oid: string | null;
}

const question = z.object({ query: z.string().default(''), timespan: z.string().nullable().default(null) });

const zipped = promisify(gzip);

/**
 * A Log Analytics query service on loopback, in the wire format of the real one. It answers the product's own
 * texts over the rows it holds; any other text is a syntax error.
 */
export class LogAnalytics {
  /** Every request to a workspace so far. */
  asked: Asked[] = [];
  /** The most requests that were under way together. */
  mostAtOnce = 0;
  #atOnce = 0;
  readonly #faults: Fault[] = [];
  readonly #server;
  readonly #claimsOf;

  constructor(public options: Options) {
    this.#claimsOf = tokenCheck(options.audience, options.keys ?? null);
    this.#server = createServer({ key: options.tls.key, cert: options.tls.cert }, (request, response) => {
      this.#take(request, response).catch(() => response.destroy());
    });
  }

  /** Starts to listen, and answers the address up to and with `/v1`. */
  async start(): Promise<string> {
    this.#server.listen(this.options.port ?? 0, '127.0.0.1');
    await once(this.#server, 'listening');
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('The server has no port.');
    return `https://127.0.0.1:${address.port}/v1`;
  }

  async close(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }

  /** What happens to the next requests, one each. */
  next(...faults: Fault[]): void {
    this.#faults.push(...faults);
  }

  /** Takes back what was to happen to further requests. */
  forget(): void {
    this.#faults.length = 0;
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.mostAtOnce = Math.max(this.mostAtOnce, ++this.#atOnce);
    try {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      await this.#answer(request, Buffer.concat(chunks).toString('utf8'), response);
    } finally {
      this.#atOnce--;
    }
  }

  async #answer(request: IncomingMessage, sent: string, response: ServerResponse): Promise<void> {
    const [, workspace] = /^\/v1\/workspaces\/([^/?]+)\/query$/.exec(request.url ?? '') ?? [];
    if (workspace === undefined || request.method !== 'POST') return refuse(response, refusals.pathNotFound);
    const claims = await this.#claimsOf(request.headers.authorization);
    const isJson = sent !== '' && /json/.test(request.headers['content-type'] ?? '');
    const { query: text, timespan } = question.parse(isJson ? JSON.parse(sent) : {});
    const oid = 'status' in claims ? null : claims.oid;
    this.asked.push({ workspace, text, timespan, headers: request.headers, oid });

    const fault = this.#faults.shift();
    if (fault?.kind === 'refusal') return refuse(response, fault.refusal);
    if (fault?.kind === 'slow') await pause(fault.ms, null, { signal: gone(response) });
    if (fault?.kind === 'cut' && fault.bytes === 0) return void response.destroy();
    if (fault?.kind === 'body') return send(response, fault.body, fault.headers ?? {});
    if ('status' in claims) return refuse(response, claims);
    if (!isJson) return refuse(response, refusals.nothing);
    const found = this.#found(workspace, claims, text, timespan);
    if ('status' in found) return refuse(response, found);

    const whole = wire(found, this.options.limits, fault?.kind === 'partial' ? fault.wording : null);
    const isCut = fault?.kind === 'cut';
    const accepts = !isCut && /gzip/.test(String(request.headers['accept-encoding'] ?? ''));
    const out = accepts ? await zipped(whole, { level: 1 }) : Buffer.from(whole);
    const date = new Date(Date.now() - (this.options.behindSeconds ?? 0) * 1000).toUTCString();
    const headers: Record<string, string> = { date, ...(accepts && { 'content-encoding': 'gzip' }) };
    if (!isCut) return send(response, out, headers);
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': out.length });
    response.write(out.subarray(0, fault.bytes), () => response.destroy());
  }

  #found(workspace: string, { oid }: Claims, text: string, timespan: string | null): Table | Refusal {
    const rows = this.options.workspaces[workspace];
    if (rows === undefined) return refusals.workspaceUnknown;
    if (!(this.options.mayQuery?.(oid, workspace) ?? true)) return refusals.noAccess;
    if (rows === null) return refusals.tableMissing;
    const [from = '', to = '\uffff'] = (timespan ?? '').split('/').map(datetimeText);
    const visible = rows.filter((stored) => {
      const time = datetimeText(stored.row.TimeGenerated);
      return from <= time && time < to && (this.options.sees?.(oid, stored, workspace) ?? true);
    });
    return answer(text, visible) ?? refusals.syntaxError;
  }
}

/** The response's JSON; in part where it passes a limit, or where that is asked for. */
function wire(table: Table, limits: Options['limits'], partial: keyof typeof partialErrors | null): string {
  let rows = table.rows.map((row) =>
    row.map((cell, at) =>
      table.columns[at]?.type === 'dynamic' && typeof cell === 'object' && cell !== null
        ? JSON.stringify(cell)
        : cell,
    ),
  );
  let wording = partial;
  if (partial !== null) rows = rows.slice(0, Math.floor(rows.length / 2));
  if (limits && rows.length > limits.records) {
    wording = 'details';
    rows = rows.slice(0, limits.records);
  }
  const texts = rows.map((row) => JSON.stringify(row));
  if (limits) {
    let bytes = 0;
    for (const [fitting, { length }] of texts.entries()) {
      bytes += length;
      if (bytes <= limits.bytes) continue;
      wording = 'message';
      texts.length = fitting;
      break;
    }
  }
  const error = wording === null ? '' : `,"error":${JSON.stringify(partialErrors[wording])}`;
  return `{"tables":[{"name":"PrimaryResult","columns":${JSON.stringify(table.columns)},"rows":[${texts.join(',')}]}]${error}}`;
}

function refuse(response: ServerResponse, { status, headers, body }: Refusal): void {
  const json = { 'content-type': 'application/json; charset=utf-8' };
  response.writeHead(status, { ...json, 'x-ms-request-id': 'double', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

/** Aborted when the client goes away. */
function gone(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => controller.abort());
  return controller.signal;
}

const pieceBytes = 256 * 1024;

/** Sends a body piece by piece, as a service does that is far away. */
function send(response: ServerResponse, body: Buffer, headers: Record<string, string>): void {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', ...headers });
  const pieces = function* () {
    for (let from = 0; from < body.length; from += pieceBytes) yield body.subarray(from, from + pieceBytes);
  };
  Readable.from(pieces()).pipe(response);
}
