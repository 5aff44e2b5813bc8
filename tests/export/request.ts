import type { AccessRequest } from '@/lib/request';

/** A whole request in the wire shape; what people wrote or were called is given. */
export function request({
  reason = 'month end',
  name = 'alex.rivera@contoso.example',
  more = {},
}: {
  reason?: string;
  name?: string;
  more?: Partial<AccessRequest>;
} = {}): AccessRequest {
  return {
    requestId: 'd1e5e000-0000-4000-9000-000000000001',
    tenant: '11111111-0000-4000-8000-000000000000',
    kind: 'request',
    outcome: 'approved',
    delivery: 'delivered',
    package: name,
    packageId: '7d9b5f3a-0000-4000-8000-000000000001',
    policy: name,
    policyId: null,
    requestor: name,
    requestorId: 'a1e0c0de-0000-4000-8000-000000000001',
    requestorName: name,
    requestorIp: null,
    target: name,
    targetId: null,
    targetName: null,
    userType: 'member',
    requestorJustification: { state: 'given', text: reason },
    furtherJustifications: [reason],
    requestedAt: '2026-08-03T08:00:00.1234567Z',
    decidedAt: '2026-08-03T15:42:00.0Z',
    timeToApproveSeconds: 27719.876,
    decisions: [
      {
        approver: name,
        approverId: null,
        approverName: name,
        verdict: 'approved',
        at: '2026-08-03T15:42:00.0Z',
        justification: { state: 'given', text: reason },
        furtherJustifications: [reason, reason],
        ip: null,
        record: name,
      },
    ],
    firstRecordAt: '2026-08-03T08:00:00.1234567Z',
    lastRecordAt: '2026-08-03T15:42:00.0Z',
    endedAt: null,
    removedAt: null,
    recordDeletedAt: null,
    recordDeletedBy: name,
    answersEditedAt: null,
    answersEditedBy: null,
    correlationId: name,
    latest: { package: name, policy: null, requestor: null, target: null },
    warnings: [reason],
    sources: { requestedAt: name, requestor: null },
    client: 'unknown',
    checks: null,
    ...more,
  };
}
