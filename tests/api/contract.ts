import { z } from 'zod';
import {
  checkIds,
  clients,
  configurationKinds,
  deliveries,
  justificationStates,
  kinds,
  outcomes,
  strengths,
  userTypes,
} from '@/lib/request';
import { facetFields } from '@/lib/summary';

/** The wire shapes, strictly: a field more or a field less is a failure, and an absent value is null. */
const count = z.int().min(0);
const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,7})?Z$/);
const text = z.string().min(1);
const justification = z.strictObject({ state: z.enum(justificationStates), text: text.nullable() });
const markedBy = z.strictObject({ id: z.enum(checkIds), strength: z.enum(strengths) });
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
  client: z.enum(clients),
  checks: z.array(markedBy).nullable(),
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
  approvers: z.array(
    z.strictObject({
      approverId: text,
      approver: text.nullable(),
      decisions30d: count.min(1),
      decisionsBefore30d: count,
      medianSeconds: z.number().min(0).nullable(),
      of: count,
    }),
  ),
  evidence: z.array(z.strictObject({ key: text, record: z.looseObject({ OperationName: text }) })),
  findings: z
    .array(markedBy.extend({ sentence: text.nullable(), limits: text.nullable(), records: z.array(text) }))
    .nullable(),
  unanswered: z.array(z.strictObject({ id: z.enum(checkIds), limits: text })),
  bracket: z.array(
    z.strictObject({
      at: instant,
      when: z.enum(['before', 'during', 'after']),
      operation: text,
      kind: z.enum(configurationKinds),
      change: z.enum(['created', 'updated', 'deleted']),
      actor: text.nullable(),
      actorId: text.nullable(),
      actorName: text.nullable(),
      policyId: text.nullable(),
      policy: text.nullable(),
      ofPolicies: z.number().nullable(),
      changes: z.array(
        z.strictObject({ property: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
      ),
      weakens: text.nullable(),
      tightens: text.nullable(),
      record: text,
    }),
  ),
  reached: z
    .array(
      z.strictObject({
        kind: z.enum(['group', 'application', 'directory-role']),
        id: text.nullable(),
        name: text.nullable(),
        role: text.nullable(),
        isRoleAssignable: z.boolean().nullable(),
        at: instant,
        record: text,
      }),
    )
    .nullable(),
  sameWords: z
    .strictObject({
      uses: count.min(1),
      people: count,
      packages: count,
      others: z.array(
        z.strictObject({
          requestId: text,
          requestor: text.nullable(),
          requestorId: text.nullable(),
          requestorName: text.nullable(),
          package: text.nullable(),
          packageId: text.nullable(),
          at: instant.nullable(),
        }),
      ),
    })
    .nullable(),
});

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
  signIn: z.boolean(),
  entra: z.url(),
  source: z.strictObject({ kind: z.literal('files'), path: text.nullable(), bundled: z.boolean() }),
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
  rebuilt: z.null(),
});

export const requests = z.strictObject({
  rows: z.array(request),
  total: count,
  names: z.record(z.string(), text),
});

const seconds = z.number().min(0).nullable();
const share = z.number().min(0).max(1).nullable();

const facet = z.strictObject({
  values: z.array(z.strictObject({ value: text, name: text.nullable(), requests: count })),
  more: count,
});

const compared = z.strictObject({
  compared: z
    .array(
      z.strictObject({
        id: text,
        name: text.nullable(),
        requests: count,
        byPeople: count,
        medianSeconds: seconds,
        p5Seconds: seconds,
        noReason: count,
        noReasonOf: count,
        noReasonShare: share,
        noHuman: count,
        noHumanShare: share,
      }),
    )
    .max(50),
  more: count,
});

const mark = z.strictObject({
  requestId: text,
  tenant: text,
  at: instant,
  seconds,
  outcome: z.enum(outcomes),
  look: z.boolean(),
});

const cell = z.strictObject({
  from: instant,
  to: instant,
  bar: count.max(15).nullable(),
  requests: count.min(1),
  look: count,
});

const hidden = z.strictObject({
  applied: z.boolean(),
  requests: count,
  rules: z.array(
    z.strictObject({ name: text, owner: text, reason: text, expires: z.iso.date(), hides: count }),
  ),
  notApplied: z.array(z.strictObject({ name: text.nullable(), why: text })),
});

export const summary = z.strictObject({
  requests: count,
  all: count,
  hidden,
  medianSeconds: seconds,
  medianOf: count,
  approvedByPeople: count,
  noHumanDecision: count,
  denied: count,
  pending: count,
  noReason: count,
  worthALook: count,
  unchecked: count,
  facets: z.record(z.enum(facetFields), facet),
  took: z.strictObject({
    bars: z
      .array(
        z.strictObject({
          fromSeconds: z.int().nullable(),
          toSeconds: z.int().nullable(),
          requests: count,
          look: count,
          baseline: z.number().min(0).nullable(),
        }),
      )
      .length(16),
    requests: count,
    medianSeconds: seconds,
    baseline: z
      .strictObject({
        of: z.enum(['package', 'approver']),
        id: text,
        name: text.nullable(),
        requests: count.min(8),
        from: instant,
        to: instant,
        medianSeconds: seconds,
        fastSeconds: seconds,
      })
      .nullable(),
  }),
  scatter: z.strictObject({
    from: instant.nullable(),
    to: instant.nullable(),
    byPeople: count,
    byNoHuman: count,
    fastSeconds: seconds,
    fastOf: z.strictObject({ percentile: z.literal([1, 5]), requests: count.min(8) }).nullable(),
    marks: z.array(mark).max(5000).nullable(),
    cells: z.array(cell).nullable(),
  }),
  weeks: z
    .array(
      z.strictObject({
        from: instant,
        to: instant,
        requests: count,
        byPeople: count,
        medianSeconds: seconds,
        p90Seconds: seconds,
      }),
    )
    .max(120),
  earlierWeeks: count,
  packages: compared,
  approvers: compared,
});

export const searchedFacet = facet.extend({ field: z.enum(facetFields) });

export const packages = z.strictObject({
  rows: z.array(
    z.strictObject({
      id: text,
      tenant: text,
      name: text.nullable(),
      requests: count,
      worth: count,
      byPeople: count,
      medianSeconds: seconds,
      p5Seconds: seconds,
      noHuman: count,
      noHumanShare: share,
      noReason: count,
      noReasonShare: share,
      denied: count,
      pending: count,
      approvers: count,
      requestors: count,
      lastAt: instant,
    }),
  ),
  total: count,
  hidden,
});

export const people = z.strictObject({
  rows: z.array(
    z.strictObject({
      id: text,
      tenant: text,
      name: text.nullable(),
      displayName: text.nullable(),
      requests: count,
      worth: count,
      asked: count,
      received: count,
      decided: count,
      denied: count,
      medianSeconds: seconds,
      p5Seconds: seconds,
      approved: count,
      noReason: count,
      noReasonShare: share,
      packages: count,
      lastAt: instant,
    }),
  ),
  total: count,
  hidden,
});

const configuration = z.array(
  z.strictObject({
    at: instant,
    operation: text,
    actor: text.nullable(),
    actorId: text.nullable(),
    actorName: text.nullable(),
    policyId: text.nullable(),
    policy: text.nullable(),
    changes: z.array(
      z.strictObject({ property: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
    ),
    record: text,
  }),
);

const pairs = z.array(
  z.strictObject({
    approverId: text.nullable(),
    approver: text.nullable(),
    requestorId: text.nullable(),
    requestor: text.nullable(),
    requests: count.min(1),
    medianSeconds: seconds,
  }),
);

export const packagePage = z.strictObject({
  id: text,
  tenant: text,
  name: text.nullable(),
  formerNames: z.array(text),
  requests: count,
  worth: count,
  policies: z.array(
    z.strictObject({
      id: text,
      name: text.nullable(),
      requests: count.min(1),
      firstAt: instant,
      lastAt: instant,
    }),
  ),
  configuration,
  pairs,
});

export const personPage = z.strictObject({
  id: text,
  tenant: text,
  name: text.nullable(),
  displayName: text.nullable(),
  requests: count,
  worth: count,
  asked: count,
  received: count,
  decided: count,
  approved: count,
  pairsAsApprover: pairs,
  pairsAsRequestor: pairs,
  configuration,
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

export const receipt = z.strictObject({
  now: z.strictObject({ rows: count, digest: z.string().regex(/^[0-9a-f]{32}$/), asof: instant.nullable() }),
  since: z
    .strictObject({
      state: z.enum(['same', 'grown', 'changed', 'outside']),
      toldBy: z.enum(['first', 'latest']).nullable(),
      rows: count,
      rowsNow: count,
      arrived: count,
      asof: instant,
    })
    .nullable(),
});

const query = z.strictObject({
  kql: text,
  timespan: z.strictObject({ from: instant, to: instant }),
  links: z.array(z.strictObject({ workspace: text, href: z.url() })),
  unlinked: text.nullable(),
});

export const kql = z.strictObject({
  records: query.nullable(),
  exact: z.boolean(),
  about: text,
  requests: count,
  huntingQuery: query.nullable(),
});

export const manifest = z.strictObject({
  file: text,
  format: z.enum(['csv', 'ndjson']),
  content: z.enum(['view', 'record']),
  rows: count,
  bytes: count,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  filter: text,
  parameters: z.string(),
  hidden,
  thresholds: count.min(1),
  timeZone: z.literal('UTC'),
  columns: z.array(text).min(1),
  startedAt: instant,
  finishedAt: instant,
  coverage,
  warnings: z.array(text),
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
      scope: z.strictObject({ visible: count, all: count.nullable() }).nullable(),
      thresholds: count.min(1),
      tookMs: z.number().min(0),
    }),
  });
}
