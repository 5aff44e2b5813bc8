import type { Problem } from './audit/record';

/** What every answer carries: what the data behind it span, and whether that is all of it. */
export interface Coverage {
  /** `loading` and `failed` answers are lower bounds; `empty` means that no record could be read. */
  state: 'loading' | 'complete' | 'failed' | 'empty';
  /** Event time of the oldest and newest record of ours, for a scoped reader of their own requests; UTC ISO 8601. */
  from: string | null;
  to: string | null;
  /** Requests that the reader may see, before any filter. */
  requests: number;
  /** Input that could not be used or read; told at `/api/coverage`. */
  problems: number;
  /** Share of the input read so far, of its bytes or of the days wanted, 0 to 1. */
  progress: number;
}

/** Counts of audit records by what became of them. */
export interface RecordCounts {
  /** Records read, duplicates included. */
  read: number;
  /** Copies of a record already read. */
  duplicates: number;
  /** Entitlement-management and approval-service records kept. */
  ours: number;
  /** Kept beside the requests: same CorrelationId, fulfilment service, account creation. */
  context: number;
  /** Of other services: counted, not kept. */
  elsewhere: number;
  /** Other services' records kept aside for a while, since a late request record may still claim them. */
  waiting: number;
  /** Without an `Id`: keyed by time, operation, correlation, actor and targets. */
  withoutId: number;
  /** Approval-service records whose request is not in the data. */
  approvalsElsewhere: number;
  /** Entitlement-management records that belong to no request (configuration among them). */
  unlinked: number;
}

/** Where one Log Analytics workspace stands. Times are UTC ISO 8601. */
export interface WorkspaceCoverage {
  /** The workspace's GUID, and its Azure Resource Manager id where it is configured. */
  id: string;
  name: string;
  resourceId: string | null;
  /** `waiting`: it is read as its readers, and none is present whose token could read it. */
  state: 'waiting' | 'loading' | 'complete' | 'failed';
  /** False: no diagnostic setting has sent audit logs yet. Null: the workspace could not be asked yet. */
  tablePresent: boolean | null;
  /** Every row of `AuditLogs` in the last 30 days, by category; null as `tablePresent`. */
  categories: { category: string; records: number; newest: string }[] | null;
  /** Of the records this product reads: the oldest the workspace still holds, the newest, and when the newest arrived. */
  oldest: string | null;
  newest: string | null;
  newestIngested: string | null;
  /** Median seconds from a record's time to its arrival, over the hundred that arrived last. */
  lagSeconds: number | null;
  /** Before this, records that were read have expired in the workspace; null when none has. */
  retentionStart: string | null;
  /** Spans of `TimeGenerated` that were read whole, what lies before the first record among them. */
  spans: { from: string; to: string }[];
  /** Spans that the workspace would not give, with its words. */
  gaps: { from: string; to: string; reason: string }[];
  /** Days read of those wanted; the days before them that keep a request's reason are counted in both. */
  daysLoaded: number;
  daysWanted: number;
  /** Records it delivered; other rows it gave are no audit record. */
  records: number;
  unusable: number;
  /** Estimated from what was read since the server started to; null when nothing is left or nothing was measured. */
  remainingSeconds: number | null;
  /** What went wrong the last time, until it goes well. */
  failure: { code: string; message: string; at: string } | null;
  /** Under whose token it was read last; null before that. */
  syncedAs: string | null;
  /** When everything that had arrived was last read. */
  lastSyncAt: string | null;
}

/** Where audit records come from. */
export type CoverageSource =
  /** `path` is null for a reader who may see a part only. */
  | { kind: 'files'; path: string | null; bundled: boolean }
  | {
      kind: 'log-analytics';
      access: 'delegated' | 'application';
      /** The tenant, the application and the portal that commands and links are for. */
      tenant: string;
      clientId: string;
      portal: string;
      workspaces: WorkspaceCoverage[];
    };

/** Why a store that held something was begun anew from the source, and when, UTC ISO 8601. */
export interface Rebuilt {
  at: string;
  /** `unreadable`: its file was damaged, or of a newer DuckDB. `another-version`: of this product, which keeps it otherwise. */
  why: 'unreadable' | 'another-version';
}

/** The whole answer of `GET /api/coverage`. What is null is not for a reader who may see a part only. */
export interface CoverageReport extends Coverage {
  /** True when readers sign in; else only this machine may ask. */
  signIn: boolean;
  /** Origin of the Entra admin center of the configured cloud. */
  entra: string;
  source: CoverageSource;
  /** Null when no files are read. */
  files: { found: number; read: number; bytes: number } | null;
  records: RecordCounts | null;
  requestsWithoutRequestRecord: number;
  requestsWithWarnings: number;
  tenants: string[];
  /** Entitlement-management operations that belong to no request, with their counts. */
  unlinkedOperations: { operation: string; records: number }[] | null;
  listed: Problem[] | null;
  /** Set when `state` is `failed`: what happened and the mend. */
  failure: string | null;
  /** Null when the store never had to be begun anew. */
  rebuilt: Rebuilt | null;
}
