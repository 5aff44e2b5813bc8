import { expect, test } from 'vitest';
import type { AccessRequest, Decision } from '@/lib/request';
import { requestSentence } from '@/lib/words/sentence';
import { timeWords } from '@/lib/words/time';

const request: AccessRequest = {
  requestId: 'd1e5e000-0000-4000-9000-000000000001',
  tenant: 'unknown',
  kind: 'request',
  outcome: 'approved',
  delivery: null,
  package: 'Tier-0 Operators',
  packageId: null,
  policy: null,
  policyId: null,
  requestor: 'd.kovacs@contoso.example',
  requestorId: 'a1',
  requestorName: null,
  requestorIp: null,
  target: 'd.kovacs@contoso.example',
  targetId: 'A1',
  targetName: null,
  userType: 'member',
  requestorJustification: { state: 'given', text: 'access needed' },
  furtherJustifications: [],
  requestedAt: '2026-10-17T03:12:04.0Z',
  decidedAt: '2026-10-17T03:12:13.0Z',
  timeToApproveSeconds: 9,
  decisions: [],
  firstRecordAt: '2026-10-17T03:12:04.0Z',
  lastRecordAt: '2026-10-17T03:12:13.0Z',
  endedAt: null,
  removedAt: null,
  recordDeletedAt: null,
  recordDeletedBy: null,
  answersEditedAt: null,
  answersEditedBy: null,
  correlationId: null,
  latest: { package: null, policy: null, requestor: null, target: null },
  warnings: [],
  sources: {},
  client: 'unknown',
  checks: null,
};

function decision(at: string, changes: Partial<Decision> = {}): Decision {
  return {
    approver: 'm.ortega@contoso.example',
    approverId: 'b2',
    approverName: null,
    verdict: 'approved',
    at,
    justification: { state: 'absent', text: null },
    furtherJustifications: [],
    ip: null,
    record: 'r',
    ...changes,
  };
}

function check(changes: Partial<AccessRequest>, expected: string) {
  const time = (instant: string) => timeWords(instant, 'UTC', '2026-11-01T00:00:00Z');
  expect(requestSentence({ ...request, ...changes }, time)).toBe(expected);
}

const undecided: Partial<AccessRequest> = { decidedAt: null, timeToApproveSeconds: null };
const norecord: Partial<AccessRequest> = {
  ...undecided,
  kind: 'unknown',
  requestor: null,
  requestedAt: null,
};

test('one approval says how fast it was, whether it gave a reason, and that nothing followed', () => {
  check(
    { decisions: [decision('2026-10-17T03:12:13.0Z')] },
    'd.kovacs asked on 17 Oct 03:12. m.ortega approved 9 s later, giving no reason. No second stage.',
  );
});

test('every stage is told with its own wait and its own author', () => {
  check(
    {
      decisions: [
        decision('2026-10-17T04:12:04.0Z', { justification: { state: 'given', text: 'ok' } }),
        decision('2026-10-17T04:22:04.0Z', {
          approver: 'chen.wei@contoso.example',
          justification: { state: 'empty', text: '' },
        }),
      ],
    },
    'd.kovacs asked on 17 Oct 03:12. m.ortega approved 1 h 00 m later, giving a reason. chen.wei approved 10 m after that, leaving the reason blank.',
  );
});

test('a decision before its request is told by its time, never as a negative wait', () => {
  check(
    { decisions: [decision('2026-10-17T03:11:00.0Z', { justification: { state: 'unknown', text: null } })] },
    'd.kovacs asked on 17 Oct 03:12. m.ortega approved on 17 Oct 03:11, with a reason that the data cannot tell. No second stage.',
  );
});

test('a wait is cut at the precision of the records, as the time to approve is', () => {
  check(
    {
      requestedAt: '2026-10-17T03:12:04.0009Z',
      decisions: [decision('2026-10-17T03:12:13.0001Z')],
    },
    'd.kovacs asked on 17 Oct 03:12. m.ortega approved 8 s later, giving no reason. No second stage.',
  );
});

test('two people whose short names are the same are told by their full names', () => {
  check(
    { decisions: [decision('2026-10-17T03:12:13.0Z', { approver: 'D.Kovacs@fabrikam.example' })] },
    'd.kovacs@contoso.example asked on 17 Oct 03:12. D.Kovacs@fabrikam.example approved 9 s later, giving no reason. No second stage.',
  );
});

test('one person who asks and approves keeps the short name', () => {
  check(
    { decisions: [decision('2026-10-17T03:12:13.0Z', { approver: 'D.KOVACS@contoso.example' })] },
    'd.kovacs asked on 17 Oct 03:12. D.KOVACS approved 9 s later, giving no reason. No second stage.',
  );
});

test('a policy that approves is not a person who decides', () => {
  check(
    {
      outcome: 'auto-approved',
      decidedAt: '2026-10-17T03:12:05.0Z',
      requestor: 'gus_partner.example#EXT#@contoso.onmicrosoft.example',
    },
    'gus_partner.example (guest) asked on 17 Oct 03:12. The policy approved it 1 s later; no one decided.',
  );
});

test('a direct assignment names the administrator and the receiver', () => {
  check(
    {
      kind: 'direct',
      outcome: 'assigned',
      ...undecided,
      target: 'alex.rivera@contoso.example',
      targetId: 'd4',
    },
    'd.kovacs assigned the package to alex.rivera directly on 17 Oct 03:12. No one approved it.',
  );
});

test('an assignment by policy has no one who asked', () => {
  check(
    { kind: 'policy', outcome: 'policy-assigned', ...undecided },
    'A policy assigned the package to d.kovacs on 17 Oct 03:12. No one asked, and no one approved.',
  );
});

test('a request whose own record is missing borrows no name', () => {
  check(
    { ...norecord, outcome: 'cancelled', endedAt: '2026-10-18T09:00:00.0Z' },
    'The record of the request itself is not in the data. It was cancelled on 18 Oct 09:00.',
  );
});

test.each<[Partial<AccessRequest>, string]>([
  [{ outcome: 'denied', decisions: [] }, 'It was denied; who denied it is not in the data.'],
  [
    { outcome: 'expired', endedAt: '2026-10-31T03:12:04.0Z' },
    'No one decided in time; it expired on 31 Oct 03:12.',
  ],
  [{ outcome: 'expired' }, 'No one decided in time; it expired.'],
  [{ outcome: 'unknown' }, 'How it was approved is not in the data.'],
  [{ outcome: 'approved' }, 'It was approved; who approved it is not in the data.'],
])('an outcome without a decision says what is missing: %o', (changes, ending) => {
  check({ ...undecided, ...changes }, `d.kovacs asked on 17 Oct 03:12. ${ending}`);
});

test('a stage that was approved before another expired is not told as undecided', () => {
  check(
    { outcome: 'expired', endedAt: null, decisions: [decision('2026-10-17T03:13:04.0Z')] },
    'd.kovacs asked on 17 Oct 03:12. m.ortega approved 1 m later, giving no reason. The next stage expired.',
  );
});

test('what happened afterwards is told after the decision', () => {
  check(
    {
      decisions: [decision('2026-10-17T03:12:13.0Z')],
      delivery: 'failed',
      answersEditedAt: '2026-10-17T03:12:12.0Z',
      answersEditedBy: null,
      removedAt: '2026-10-17T05:00:00.0Z',
      recordDeletedAt: '2026-10-17T03:40:22.0Z',
      recordDeletedBy: 'm.ortega@contoso.example',
    },
    'd.kovacs asked on 17 Oct 03:12. m.ortega approved 9 s later, giving no reason. No second stage. Delivery failed. Someone the records do not name edited the answers on 17 Oct 03:12. The access was removed on 17 Oct 05:00. m.ortega deleted the request record on 17 Oct 03:40.',
  );
});

test.each<[Partial<AccessRequest>, string]>([
  [{ kind: 'removal', outcome: 'assigned' }, 'd.kovacs ended the access of alex.rivera on 17 Oct 03:12.'],
  [
    { kind: 'removal', outcome: 'policy-assigned' },
    'The system ended the access of alex.rivera on 17 Oct 03:12.',
  ],
  [
    { kind: 'removal', outcome: 'auto-approved' },
    'd.kovacs asked to end the access for alex.rivera on 17 Oct 03:12. The policy approved it; no one decided.',
  ],
  [
    { kind: 'extension', outcome: 'pending' },
    'd.kovacs asked to extend the access for alex.rivera on 17 Oct 03:12. No decision is in the data yet.',
  ],
  [
    { kind: 'update', outcome: 'pending' },
    'd.kovacs asked to update the assignment for alex.rivera on 17 Oct 03:12. No decision is in the data yet.',
  ],
  [
    { kind: 'service-principal', outcome: 'pending' },
    'd.kovacs asked for the service principal alex.rivera on 17 Oct 03:12. No decision is in the data yet.',
  ],
])('each kind of request is told for what it is: %o', (changes, expected) => {
  check({ ...undecided, target: 'alex.rivera@contoso.example', targetId: 'd4', ...changes }, expected);
});
