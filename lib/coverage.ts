import type { Problem } from './audit/record';

/** What every answer carries: what the data behind it span, and whether that is all of it. */
export interface Coverage {
  /** `loading` and `failed` answers are lower bounds; `empty` means that no record could be read. */
  state: 'loading' | 'complete' | 'failed' | 'empty';
  /** Event time of the oldest and newest record of ours, UTC ISO 8601. */
  from: string | null;
  to: string | null;
  /** Requests in the store, before any filter. */
  requests: number;
  /** Input that could not be used; listed at `/api/coverage`. */
  problems: number;
  /** Share of the input's bytes read so far, 0 to 1. */
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

/** The whole answer of `GET /api/coverage`. */
export interface CoverageReport extends Coverage {
  source: { kind: 'files'; path: string; bundled: boolean };
  files: { found: number; read: number; bytes: number };
  records: RecordCounts;
  requestsWithoutRequestRecord: number;
  requestsWithWarnings: number;
  tenants: string[];
  /** Entitlement-management operations that belong to no request, with their counts. */
  unlinkedOperations: { operation: string; records: number }[];
  listed: Problem[];
  /** Set when `state` is `failed`: what happened and the mend. */
  failure: string | null;
}
