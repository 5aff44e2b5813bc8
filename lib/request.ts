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

/** With which program the request was made, as far as its record tells; `unknown` when the record tells nothing. */
export const clients = ['portal', 'powershell', 'graph', 'other', 'unknown'] as const;
export type Client = (typeof clients)[number];

/** How much a check says: the strongest first. */
export const strengths = ['strong', 'medium', 'low'] as const;
export type Strength = (typeof strengths)[number];

/** The checks; the place of each is its place in the store's marks. */
export const checkIds = [
  'faster-than-usual',
  'below-reading-time',
  'weak-reason',
  'reused-reason',
  'no-human-decision',
  'policy-weakened-before',
  'record-deleted-access-kept',
  'answers-edited',
  'new-approver',
  'paired-accounts',
  'approved-after-refusal',
  'unusual-hours-or-volume',
  'policy-added-beside',
  'configured-by-party',
  'same-address',
  'approval-ring',
  'application-acted',
  'assigned-after-refusal',
  'role-granted-then-used',
  'no-approval-record',
] as const;
export type CheckId = (typeof checkIds)[number];

/** A check that marks a request. */
export interface Mark {
  id: CheckId;
  strength: Strength;
}

/** A mark with what is behind it. */
export interface Finding extends Mark {
  /** What was found, with its numbers; null for a reader who may not see all that it counts. */
  sentence: string | null;
  /** What the check could not take into account, such as "too few to compare (3)". */
  limits: string | null;
  /** Keys of the audit records it used, as far as the reader may see them. */
  records: string[];
}

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
  client: Client;
  /** The checks that mark it, strongest first; null until they are evaluated. */
  checks: Mark[] | null;
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

export const configurationKinds = [
  'policy',
  'package',
  'catalogue',
  'resource',
  'incompatible',
  'role',
  'settings',
  'other',
] as const;
export type ConfigurationKind = (typeof configurationKinds)[number];

/** A change of what governs a request, within 72 hours before it was asked for or after it was granted or ended. */
export interface BracketChange {
  /** UTC ISO 8601. */
  at: string;
  /** Before it was asked for, from then until it was granted or ended, or after that. */
  when: 'before' | 'during' | 'after';
  operation: string;
  kind: ConfigurationKind;
  change: 'created' | 'updated' | 'deleted';
  actor: string | null;
  actorId: string | null;
  actorName: string | null;
  policyId: string | null;
  policy: string | null;
  /** How many policies of the package it may be, where the request itself names none; null where that is known. */
  ofPolicies: number | null;
  /** Old and new values. Empty for an update: it was changed, and the content is not in the log. */
  changes: { property: string; before: string | null; after: string | null }[];
  /** What it loosened and what it tightened, such as "switched approval off"; null where it did neither. */
  weakens: string | null;
  tightens: string | null;
  /** Key of its audit record. */
  record: string;
}

/** What a grant put its target into, as the directory's own record of that write tells. */
export interface Reached {
  kind: 'group' | 'application' | 'directory-role';
  /** Of the group, the application's service principal or the role. */
  id: string | null;
  name: string | null;
  /** The application role within the application; null for others. */
  role: string | null;
  /** Whether the group can hold directory roles; true for a directory role, null where the record does not say. */
  isRoleAssignable: boolean | null;
  /** UTC ISO 8601. */
  at: string;
  /** Key of the audit record. */
  record: string;
}

/** Requests of one tenant that give the same reason but for case, spaces and numbers, this request among them. */
export interface SameWords {
  uses: number;
  /** Requestors, and packages, among those. */
  people: number;
  packages: number;
  /** The newest ten of the others. */
  others: {
    requestId: string;
    requestor: string | null;
    requestorId: string | null;
    requestorName: string | null;
    package: string | null;
    packageId: string | null;
    /** When it was asked for, UTC ISO 8601; null when that is not in the data. */
    at: string | null;
  }[];
}

/** One request with everything behind it, as `GET /api/requests/{id}` answers. */
export interface RequestDetail extends AccessRequest {
  timeline: TimelineEntry[];
  /** The audit records in the Log Analytics shape, oldest first, each with its key. */
  records: { key: string; record: Record<string, unknown> }[];
  /** The other audit records that `findings`, `bracket` and `reached` name, in the same way. */
  evidence: { key: string; record: Record<string, unknown> }[];
  /** In the order in which they decided; those without an id are left out. */
  approvers: ApproverActivity[];
  /** One for each of `checks`, in that order; null until they are evaluated. */
  findings: Finding[] | null;
  /** Checks that the data could not answer for this request, and why: "too few to compare (3)". */
  unanswered: { id: CheckId; limits: string }[];
  /** What was configured around it, oldest first. */
  bracket: BracketChange[];
  /**
   * What the grant reached, oldest first; empty when nothing was granted, null when the data that the reader may see
   * hold no such record.
   */
  reached: Reached[] | null;
  /** Null when the request gives no reason. */
  sameWords: SameWords | null;
}
