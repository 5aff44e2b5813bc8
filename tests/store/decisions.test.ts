import { describe, expect, test } from 'vitest';
import {
  alex,
  approve,
  asks,
  at,
  bea,
  chen,
  completesStage,
  decides,
  deny,
  governance,
  type Person,
} from './build';
import { folded, folding } from './folding';

const check = folding();

const request = asks('08:00', { reason: 'Month-end close' });
const beaApproves = decides('approved', '09:00', bea, 'Reports to me');
const chenApproves = decides('approved', '10:00', chen, 'Until September');
const both = [
  'bea.okafor@contoso.example approved “Reports to me”',
  'chen.wei@contoso.example approved “Until September”',
];

describe('a decision is one record of the approval service', () => {
  test('every value of a decision is from the one record it names', async () => {
    const said = {
      but: { id: 'the decision', callerIp: '192.0.2.1' },
      details: [['Justification', 'again']],
    } as const;
    const [found] = await folded([request, decides('approved', '09:00', bea, 'Reports to me', said)]);
    expect(found?.decisions).toEqual([
      {
        approver: bea.upn,
        approverId: bea.id,
        approverName: bea.name,
        verdict: 'approved',
        at: at('09:00'),
        justification: { state: 'given', text: 'Reports to me' },
        furtherJustifications: ['again'],
        ip: bea.ip,
        record: 'the decision',
      },
    ]);
  });
  check(
    'a stage-one justification stays with its author',
    [request, beaApproves, chenApproves, approve('10:00:02', chen)],
    { decisions: both },
  );
  check(
    'decisions are in time order, however they arrive',
    [approve('10:00:02', chen), chenApproves, request, beaApproves],
    { decisions: both },
  );
  check(
    'one approver who decides two stages makes two decisions',
    [request, beaApproves, decides('approved', '10:00', bea, 'also as owner'), approve('10:00:02', bea)],
    { decisions: [both[0] ?? '', 'bea.okafor@contoso.example approved “also as owner”'] },
  );
  check(
    'an application that decides has no principal name',
    [request, decides('approved', '09:00', governance, 'by rule'), approve('09:00:02', governance)],
    { outcome: 'approved', decisions: [`${governance.name} approved “by rule”`] },
  );
  check(
    'the caller’s address stands in where the actor carries none',
    [request, decides('denied', '09:00', { ...bea, ip: null }, 'no', { but: { callerIp: '192.0.2.1' } })],
    { decisions: ['bea.okafor@contoso.example denied “no”'] },
  );
});

describe('“Approve…” and “Deny…” without a record of the approval service', () => {
  check('the actor of “Approve…” is the approver, with an unknown text', [request, approve('09:00', bea)], {
    outcome: 'approved',
    decidedAt: at('09:00'),
    timeToApproveSeconds: 3600,
    decisions: ['bea.okafor@contoso.example approved unknown'],
  });
  check('the actor of “Deny…” is the approver, with an unknown text', [request, deny('09:00', bea)], {
    decisions: ['bea.okafor@contoso.example denied unknown'],
  });
  check(
    'a text on “Approve…” itself is not taken for the approver’s',
    [request, approve('09:00', bea, { reason: 'Month-end close' })],
    { decisions: ['bea.okafor@contoso.example approved unknown'] },
  );
  check(
    'a stage that only “Approval stage completed…” tells of is a decision too',
    [request, completesStage('09:00', bea), approve('10:00', chen)],
    {
      decisions: ['bea.okafor@contoso.example approved unknown', 'chen.wei@contoso.example approved unknown'],
    },
  );
  check(
    'a missing second record leaves the first decision as it was said',
    [request, beaApproves, completesStage('09:00:02', bea), approve('10:00', chen)],
    { decisions: [both[0] ?? '', 'chen.wei@contoso.example approved unknown'] },
  );
});

describe('what the approval service told already is not told twice', () => {
  check('“Approve…” adds nothing', [request, beaApproves, approve('09:00:02', bea)], {
    decisions: [both[0] ?? ''],
  });
  check('“Deny…” adds nothing', [request, decides('denied', '09:00', bea, 'no'), deny('09:00:02', bea)], {
    decisions: ['bea.okafor@contoso.example denied “no”'],
  });
  const completedBy = (who: string, actor: Person | typeof governance | null) =>
    check(
      `“Approval stage completed…” logged by ${who} adds nothing`,
      [request, beaApproves, completesStage('09:00:02', actor), chenApproves, approve('10:00:02', chen)],
      { decisions: both },
    );
  completedBy('the approver', bea);
  completedBy('the service', governance);
  completedBy('the requestor', alex);
  completedBy('nobody', null);
  check(
    'a completed stage logged by the service adds nothing where the second record is missing',
    [request, beaApproves, completesStage('09:00:02', governance), approve('10:00', chen)],
    { decisions: [both[0] ?? '', 'chen.wei@contoso.example approved unknown'] },
  );
  check(
    '“Approve…” logged once a stage adds nothing',
    [request, beaApproves, approve('09:00:02', bea), chenApproves, approve('10:00:02', chen)],
    { decisions: both },
  );
  check(
    '“Approve…” by another actor adds nothing and is warned of',
    [request, beaApproves, approve('09:00:02', alex)],
    {
      outcome: 'approved',
      decisions: [both[0] ?? ''],
      warnings: [expect.stringContaining('another actor')],
    },
  );
});
