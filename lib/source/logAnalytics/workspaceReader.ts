import 'server-only';
import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '@/lib/errors';
import {
  countsByDayQuery,
  huntingQueryOver,
  type RecordBounds,
  recordsQuery,
  repeatedIdsOver,
  surveyQuery,
} from '../kql/queries';
import { countsFrom, emptySurvey, huntingRowsFrom, repeatedFrom, surveyFrom } from './answers';
import { Asker } from './asker';

/** Which records a query is about: those whose time lies in `from <= t < to`, as UTC ISO 8601. */
export interface Bounds {
  by: 'TimeGenerated' | 'ingestion_time';
  from: string;
  to: string;
  /** For `ingestion_time` alone: a wider lower bound on `TimeGenerated`, so that the service reads few partitions. */
  generatedFrom?: string;
}

/** One answer, written to disk: NDJSON, one `AuditRecord` a line, with `ingestedAt` and `workspaces` set. */
export interface Fetched {
  file: string;
  records: number;
  /** Rows that are no audit record; they are not in the file. */
  unusable: number;
  /** Size of the answer as received, decompressed. */
  bytes: number;
  /** False when the service answered in part; `partialReason` then has its words. */
  complete: boolean;
  partialReason: string | null;
  newestIngested: string | null;
  tookMs: number;
}

/** What a workspace holds. Times are UTC ISO 8601 at 100 ns. */
export interface Survey {
  /** Of our records in the window (classes `entitlement` and `approval` of the store); null when there are none. */
  oldest: string | null;
  newest: string | null;
  newestIngested: string | null;
  /** Rows, copies of one record included. */
  records: number;
  /** Every row of `AuditLogs` in the 30 days before the window's end, by category; the newest first. */
  categories: { category: string; records: number; newest: string }[];
  /** False when the workspace has no table `AuditLogs`, or no data at all. */
  tablePresent: boolean;
  /** Age of the service's cached answer; null when it did not come from a cache. */
  serverAgeSeconds: number | null;
  /** How far this machine's clock is ahead of the service's, negative when behind; null when it is not known. */
  clockAheadSeconds: number | null;
}

/** One row of the published hunting query, its nine columns as text. */
export interface HuntingRow {
  TimeRequested: string;
  AccessPackageName: string;
  RequestedBy: string;
  RequestorJustification: string;
  ApprovedTime: string;
  /** Null when an application approved. */
  ApprovedBy: string | null;
  ApproverJustification: string;
  CorrelationId: string;
  RequestID: string;
}

/** Gives a bearer token for the workspace's audience; asked before every request to the service. */
export type TokenSource = (signal: AbortSignal) => Promise<{ token: string; expiresOnTimestamp: number }>;

export interface ReadOptions {
  signal: AbortSignal;
  /** True bypasses the service's cache of two minutes. */
  fresh?: boolean;
}

/**
 * Asks Log Analytics workspaces, within the service's limits. A failure is an `AppError`: `workspace-refused`,
 * `workspace-unknown`, `table-missing`, `audience-wrong`, `workspace-too-much`, `workspace-too-slow`, `workspace-throttled`,
 * `workspace-unavailable` or `disk-full`; an abort is thrown as the signal's reason.
 */
export interface WorkspaceReader {
  /** The records within the bounds. The caller removes the file; after a failure there is none. */
  fetch(workspace: string, bounds: Bounds, token: TokenSource, options: ReadOptions): Promise<Fetched>;
  survey(
    workspace: string,
    window: { from: string; to: string },
    token: TokenSource,
    options: ReadOptions,
  ): Promise<Survey>;
  /**
   * Distinct ids of our records (classes `entitlement` and `approval` of the store) by UTC day (`2026-08-03`) of
   * `TimeGenerated`, among those ingested no later than `ingestedTo`. Records without an id and days without any
   * are left out.
   */
  countsByDay(
    workspace: string,
    window: { from: string; to: string; ingestedTo: string },
    token: TokenSource,
    options: ReadOptions,
  ): Promise<Map<string, number>>;
  /** The published hunting query over a timespan; null bounds leave that side open. */
  huntingQuery(
    workspace: string,
    range: { from: string | null; to: string | null },
    token: TokenSource,
    options: ReadOptions,
  ): Promise<{ rows: HuntingRow[]; complete: boolean; partialReason: string | null }>;
  /**
   * CorrelationIds and target ids, in lower case, of records behind the published query that the workspace holds
   * more than once under one `Id`.
   */
  repeated(
    workspace: string,
    range: { from: string | null; to: string | null },
    token: TokenSource,
    options: ReadOptions,
  ): Promise<ReadonlySet<string>>;
  close(): Promise<void>;
}

/**
 * Opens the way to Log Analytics. `endpoint` is the query address up to and with `/v1`, `audience` what its tokens
 * are for, `spool` a folder for answers; answers that an earlier process left there are removed.
 */
export function openWorkspaceReader(options: {
  endpoint: string;
  audience: string;
  spool: string;
}): WorkspaceReader {
  const { spool } = options;
  mkdirSync(spool, { recursive: true });
  for (const name of readdirSync(spool))
    if (/^[0-9a-f-]{36}\.ndjson$/.test(name)) rmSync(path.join(spool, name));
  const asker = new Asker(options);

  return {
    async fetch(workspace, bounds, token, readOptions) {
      const started = performance.now();
      const file = path.join(spool, `${randomUUID()}.ndjson`);
      const query = recordsQuery(recordBounds(bounds));
      const { rows, unusable, bytes, partial, newestIngested } = await asker.ask(
        { workspace, query, token, file },
        readOptions,
      );
      return {
        file,
        records: rows,
        unusable,
        bytes,
        complete: partial === null,
        partialReason: partial,
        newestIngested,
        tookMs: Math.round(performance.now() - started),
      };
    },

    async survey(workspace, window, token, readOptions) {
      const query = surveyQuery(window);
      try {
        return surveyFrom(await asker.ask({ workspace, query, token, file: null }, readOptions));
      } catch (error) {
        if (error instanceof AppError && error.code === 'table-missing') return emptySurvey;
        throw error;
      }
    },

    async countsByDay(workspace, window, token, readOptions) {
      const query = countsByDayQuery(window);
      return countsFrom(await asker.ask({ workspace, query, token, file: null }, readOptions));
    },

    async huntingQuery(workspace, range, token, readOptions) {
      const query = huntingQueryOver(range);
      return huntingRowsFrom(await asker.ask({ workspace, query, token, file: null }, readOptions));
    },

    async repeated(workspace, range, token, readOptions) {
      const query = repeatedIdsOver(range);
      return repeatedFrom(await asker.ask({ workspace, query, token, file: null }, readOptions));
    },

    close: () => asker.close(),
  };
}

function recordBounds({ by, from, to, generatedFrom }: Bounds): RecordBounds {
  if (by === 'TimeGenerated')
    return { generatedFrom: from, generatedTo: to, ingestedFrom: null, ingestedTo: null };
  return { generatedFrom: generatedFrom ?? null, generatedTo: null, ingestedFrom: from, ingestedTo: to };
}
