/** The words of the product on the wire. Rows, one request and the full export are this one shape. */

export const outcomes = [
  'approved',
  'auto-approved',
  'assigned',
  'policy-assigned',
  'denied',
  'expired',
  'cancelled',
  'pending',
  'unknown',
] as const;
export type Outcome = (typeof outcomes)[number];

export const deliveries = ['scheduled', 'delivering', 'delivered', 'partial', 'failed'] as const;
export type Delivery = (typeof deliveries)[number];

export const kinds = [
  'request',
  'extension',
  'update',
  'removal',
  'on-behalf',
  'service-principal',
  'direct',
  'policy',
  'unknown',
] as const;
export type Kind = (typeof kinds)[number];

export const userTypes = ['member', 'guest', 'unknown'] as const;
export type UserType = (typeof userTypes)[number];

export const justificationStates = ['given', 'empty', 'absent', 'unknown'] as const;
export type JustificationState = (typeof justificationStates)[number];

export interface Justification {
  state: JustificationState;
  text: string | null;
}

/** One human verdict in one approval stage. Every value is from the one record it names. */
export interface Decision {
  /** User principal name at the time; null when an application decided. */
  approver: string | null;
  approverId: string | null;
  approverName: string | null;
  verdict: 'approved' | 'denied';
  /** UTC ISO 8601. */
  at: string;
  justification: Justification;
  /** Further `Justification` entries of the same record, in order. */
  furtherJustifications: string[];
  ip: string | null;
  /** Key of the audit record this decision came from. */
  record: string;
}

/** A name as the newest record has it, where it differs from the name at the time. */
export interface LatestNames {
  package: string | null;
  policy: string | null;
  requestor: string | null;
  target: string | null;
}

/** One access-package assignment request, folded from its audit records. Absent values are null. */
export interface AccessRequest {
  requestId: string;
  tenant: string;
  kind: Kind;
  outcome: Outcome;
  delivery: Delivery | null;
  package: string | null;
  packageId: string | null;
  policy: string | null;
  policyId: string | null;
  requestor: string | null;
  requestorId: string | null;
  requestorName: string | null;
  requestorIp: string | null;
  target: string | null;
  targetId: string | null;
  targetName: string | null;
  userType: UserType;
  requestorJustification: Justification;
  furtherJustifications: string[];
  requestedAt: string | null;
  decidedAt: string | null;
  /** Seconds, to the millisecond; only for outcome `approved`. */
  timeToApproveSeconds: number | null;
  decisions: Decision[];
  firstRecordAt: string;
  lastRecordAt: string;
  endedAt: string | null;
  removedAt: string | null;
  recordDeletedAt: string | null;
  recordDeletedBy: string | null;
  answersEditedAt: string | null;
  answersEditedBy: string | null;
  correlationId: string | null;
  latest: LatestNames;
  /** Sentences about what is unsure in this row. */
  warnings: string[];
  /** Which audit record each field came from: field name to record key. */
  sources: Record<string, string | null>;
  /** Null until checks are evaluated. */
  checks: { id: string; strength: 'strong' | 'medium' | 'low' }[] | null;
}

/** One line of a request's timeline, in time order. */
export interface TimelineEntry {
  at: string;
  operation: string;
  /** What the operation means for the request; `other` when the product does not know the name. */
  step: string;
  result: string | null;
  actor: string | null;
  actorId: string | null;
  actorName: string | null;
  /** True for records beside the request (fulfilment writes and the like), which never change it. */
  context: boolean;
  record: string;
}

/** What else one approver of a request did, up to their last decision on it and within what the reader may see. */
export interface ApproverActivity {
  approverId: string;
  /** User principal name at the time; null when an application decided. */
  approver: string | null;
  /** Decisions in the 30 days up to and including that one, and in the 30 days before those. */
  decisions30d: number;
  decisionsBefore30d: number;
  /**
   * Median seconds to approve over the `of` other requests with this approver that people approved in the 180 days
   * before that decision; null when fewer than 8.
   */
  medianSeconds: number | null;
  of: number;
}

/** One request with everything behind it, as `GET /api/requests/{id}` answers. */
export interface RequestDetail extends AccessRequest {
  timeline: TimelineEntry[];
  /** The audit records in the Log Analytics shape, oldest first, each with its key. */
  records: { key: string; record: Record<string, unknown> }[];
  /** In the order in which they decided; those without an id are left out. */
  approvers: ApproverActivity[];
}
