/** One request to the service, as the reading thread gets it. */
export interface Question {
  /** Address of the query service, with `/v1`. */
  endpoint: string;
  audience: string;
  token: { token: string; expiresOnTimestamp: number };
  workspace: string;
  text: string;
  timespan: { startTime: Date; endTime: Date };
  /** Seconds after which the service gives up. */
  waitSeconds: number;
  /** True bypasses the service's cache. */
  fresh: boolean;
  /** File that the rows are written to as audit records; null sends the rows back. */
  file: string | null;
}

/** Cells as text by column name: datetimes as the service wrote them, a dynamic value as its text or JSON. */
export type Row = Record<string, string | null>;

export interface Answered {
  /** Rows written to the file or sent back. */
  rows: number;
  /** Rows that are no audit record, and are not in the file. */
  unusable: number;
  /** Size of the answer, decompressed. */
  bytes: number;
  /** The service's words when it answered in part; null for a whole answer. */
  partial: string | null;
  /** Latest `IngestedAt` of the rows written. */
  newestIngested: string | null;
  /** Age of the service's cached answer. */
  ageSeconds: number | null;
  /** How far this machine's clock is ahead of the service's; null when it did not tell its time. */
  clockAheadSeconds: number | null;
}

/** Why a question has no answer, as plain data. */
export type Failure =
  | { kind: 'status'; status: number; body: string; retryAfter: string | null; requestId: string | null }
  /** No whole response came. */
  | { kind: 'network'; code: string; message: string }
  /** Status 200 with nothing in it, or with what is no table. */
  | { kind: 'unreadable'; message: string }
  | { kind: 'disk'; code: string; message: string }
  /** The whole answer did not arrive in time. */
  | { kind: 'slow' }
  | { kind: 'aborted' }
  | { kind: 'crashed'; code: string; message: string };

export type ToThread = { id: number; ask: Question } | { id: number; abort: true };

export type FromThread =
  | { id: number; rows: Row[] }
  | { id: number; answered: Answered }
  | { id: number; failed: Failure };
