import { z } from 'zod';
import { deliveries, justificationStates, kinds, outcomes, userTypes } from '@/lib/request';

/** The wire shapes, strictly: a field more or a field less is a failure, and an absent value is null. */
const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,7})?Z$/);
const text = z.string().min(1);
const justification = z.strictObject({ state: z.enum(justificationStates), text: text.nullable() });
const sourced = [
  'requestedAt',
  'requestor',
  'package',
  'policy',
  'target',
  'outcome',
  'decidedAt',
  'delivery',
  'endedAt',
  'removedAt',
  'recordDeletedAt',
  'answersEditedAt',
] as const;

const decision = z.strictObject({
  approver: text.nullable(),
  approverId: text.nullable(),
  approverName: text.nullable(),
  verdict: z.enum(['approved', 'denied']),
  at: instant,
  justification,
  furtherJustifications: z.array(z.string()),
  ip: text.nullable(),
  record: text,
});

const request = z.strictObject({
  requestId: text,
  tenant: text,
  kind: z.enum(kinds),
  outcome: z.enum(outcomes),
  delivery: z.enum(deliveries).nullable(),
  package: text.nullable(),
  packageId: text.nullable(),
  policy: text.nullable(),
  policyId: text.nullable(),
  requestor: text.nullable(),
  requestorId: text.nullable(),
  requestorName: text.nullable(),
  requestorIp: text.nullable(),
  target: text.nullable(),
  targetId: text.nullable(),
  targetName: text.nullable(),
  userType: z.enum(userTypes),
  requestorJustification: justification,
  furtherJustifications: z.array(z.string()),
  requestedAt: instant.nullable(),
  decidedAt: instant.nullable(),
  timeToApproveSeconds: z.number().min(0).nullable(),
  decisions: z.array(decision),
  firstRecordAt: instant,
  lastRecordAt: instant,
  endedAt: instant.nullable(),
  removedAt: instant.nullable(),
  recordDeletedAt: instant.nullable(),
  recordDeletedBy: text.nullable(),
  answersEditedAt: instant.nullable(),
  answersEditedBy: text.nullable(),
  correlationId: text.nullable(),
  latest: z.strictObject({
    package: text.nullable(),
    policy: text.nullable(),
    requestor: text.nullable(),
    target: text.nullable(),
  }),
  warnings: z.array(text),
  sources: z.record(z.enum(sourced), text.nullable()),
  checks: z.array(z.strictObject({ id: text, strength: z.enum(['strong', 'medium', 'low']) })).nullable(),
});

export const detail = request.extend({
  timeline: z.array(
    z.strictObject({
      at: instant,
      operation: text,
      step: text,
      result: text.nullable(),
      actor: text.nullable(),
      actorId: text.nullable(),
      actorName: text.nullable(),
      context: z.boolean(),
      record: text,
    }),
  ),
  records: z.array(z.strictObject({ key: text, record: z.looseObject({ OperationName: text }) })),
});

const count = z.int().min(0);
const problem = z.strictObject({ code: text, file: text, line: count.nullable(), message: text });

const coverage = z.strictObject({
  state: z.enum(['loading', 'complete', 'failed', 'empty']),
  from: instant.nullable(),
  to: instant.nullable(),
  requests: count,
  problems: count,
  progress: z.number().min(0).max(1),
});

export const report = coverage.extend({
  source: z.strictObject({ kind: z.literal('files'), path: text, bundled: z.boolean() }),
  files: z.strictObject({ found: count, read: count, bytes: count }),
  records: z.strictObject({
    read: count,
    duplicates: count,
    ours: count,
    context: count,
    elsewhere: count,
    waiting: count,
    withoutId: count,
    approvalsElsewhere: count,
    unlinked: count,
  }),
  requestsWithoutRequestRecord: count,
  requestsWithWarnings: count,
  tenants: z.array(text),
  unlinkedOperations: z.array(z.strictObject({ operation: text, records: count })),
  listed: z.array(problem),
  failure: text.nullable(),
});

export const requests = z.strictObject({
  rows: z.array(request),
  total: count,
  names: z.record(z.string(), text),
});

export const summary = z.strictObject({
  requests: count,
  all: count,
  medianSeconds: z.number().min(0).nullable(),
  medianOf: count,
  approvedByPeople: count,
  noHumanDecision: count,
  denied: count,
  pending: count,
  noReason: count,
});

const reason = z.strictObject({ code: text, text });

export const hunting = z.strictObject({
  rows: z.array(
    z.strictObject({
      TimeRequested: instant,
      AccessPackageName: z.string(),
      RequestedBy: z.string(),
      RequestorJustification: z.string(),
      ApprovedTime: instant,
      ApprovedBy: z.string().nullable(),
      ApproverJustification: z.string(),
      CorrelationId: z.string(),
      RequestID: z.string(),
    }),
  ),
  total: count,
  missed: z.array(
    z.strictObject({
      requestId: text,
      tenant: text,
      package: text.nullable(),
      requestor: text.nullable(),
      target: text.nullable(),
      outcome: z.enum(outcomes),
      kind: z.enum(kinds),
      requestedAt: instant.nullable(),
      firstRecordAt: instant,
      reasons: z.array(reason).min(1),
    }),
  ),
  missedTotal: count,
  missedReasons: z.array(reason.extend({ requests: count.min(1) })),
});

export const error = z.strictObject({
  error: z.strictObject({ code: text, message: text, requestId: z.guid() }),
});

/** An answer that holds this. */
export function answer<T extends z.ZodType>(data: T) {
  return z.strictObject({
    data,
    meta: z.strictObject({
      version: count,
      coverage,
      warnings: z.array(text),
      hidden: count,
      tookMs: z.number().min(0),
    }),
  });
}
