import type { Coverage } from './coverage';
import type { AccessRequest } from './request';

/** Travels with every answer of the API. */
export interface Meta {
  /** Grows whenever the data behind the answers change. */
  version: number;
  coverage: Coverage;
  /** Sentences about this answer, such as a time filter that fell back to another time. */
  warnings: string[];
  /** Rows left out by exclusion rules or by the reader's scope. */
  hidden: number;
  tookMs: number;
}

export interface Answer<T> {
  data: T;
  meta: Meta;
}

export interface ErrorAnswer {
  error: { code: string; message: string; requestId: string };
}

/** `GET /api/requests`: one page of rows and the exact number of rows that match. */
export interface RequestsAnswer {
  rows: AccessRequest[];
  total: number;
  /** Latest names of the object ids picked in the filter, so that a chip can show them. */
  names: Record<string, string>;
}

/**
 * `GET /api/summary`: headline numbers over every filtered row. A number that is itself a filter ignores
 * that filter's own field, so that it shows what choosing it would give.
 */
export interface SummaryAnswer {
  /** Requests that match, and requests in the store. */
  requests: number;
  all: number;
  /** Median seconds to approve over `medianOf` requests approved by people; null when fewer than 8. */
  medianSeconds: number | null;
  medianOf: number;
  /** Outcome `approved`. */
  approvedByPeople: number;
  /** Outcomes `auto-approved`, `assigned`, `policy-assigned`. */
  noHumanDecision: number;
  /** Outcome `denied`. */
  denied: number;
  /** Outcome `pending`. */
  pending: number;
  /** Requestor justification `empty` or `absent`. */
  noReason: number;
}

/** `GET /api/hunting-query`: the published query's nine columns, and the requests it cannot see. */
export interface HuntingRow {
  TimeRequested: string;
  AccessPackageName: string;
  RequestedBy: string;
  RequestorJustification: string;
  ApprovedTime: string;
  ApprovedBy: string | null;
  ApproverJustification: string;
  CorrelationId: string;
  RequestID: string;
}

export interface MissedRequest {
  requestId: string;
  tenant: string;
  package: string | null;
  requestor: string | null;
  target: string | null;
  outcome: string;
  kind: string;
  requestedAt: string | null;
  firstRecordAt: string;
  reasons: { code: string; text: string }[];
}

export interface HuntingAnswer {
  rows: HuntingRow[];
  total: number;
  missed: MissedRequest[];
  missedTotal: number;
  /** How many missed requests each reason applies to; one request can have several. */
  missedReasons: { code: string; text: string; requests: number }[];
}
