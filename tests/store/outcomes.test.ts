import { describe } from 'vitest';
import {
  alex,
  approval,
  approve,
  asks,
  at,
  autoApprove,
  bea,
  chen,
  completesStage,
  dana,
  decides,
  delivers,
  deny,
  governance,
  ours,
  readies,
} from './build';
import { folding } from './folding';

const check = folding();

const request = asks('08:00', { reason: 'Month-end close' });
const stageOne = decides('approved', '09:00', bea, 'ok');
const approved = [request, stageOne, approve('09:00:02', bea)];
const failure = { but: { result: 'failure' } };
const cancel = ours('Cancel access package assignment request', '10:00', alex);
const timeOut = ours(
  'Access package assignment request timed out (no approver action taken)',
  '11:00',
  governance,
);

describe('a decision by people', () => {
  check('an “Approve…” record makes the request approved', approved, {
    outcome: 'approved',
    decisions: ['bea.okafor@contoso.example approved “ok”'],
    warnings: [],
  });
  check(
    'three stages are one row with three decisions',
    [
      request,
      stageOne,
      completesStage('09:00:02', bea),
      decides('approved', '10:00', chen, 'fine'),
      completesStage('10:00:02', chen),
      decides('approved', '11:00', dana, 'last'),
      approve('11:00:02', dana),
      readies('11:00:03'),
      delivers('11:01'),
    ],
    {
      outcome: 'approved',
      delivery: 'delivered',
      decidedAt: at('11:00'),
      decisions: [
        'bea.okafor@contoso.example approved “ok”',
        'chen.wei@contoso.example approved “fine”',
        'dana.holm@contoso.example approved “last”',
      ],
    },
  );
  check('“Request approved” alone is pending: a stage is done, the request is not', [request, stageOne], {
    outcome: 'pending',
    decidedAt: null,
    timeToApproveSeconds: null,
    decisions: ['bea.okafor@contoso.example approved “ok”'],
  });
  check('a completed stage alone is pending', [request, stageOne, completesStage('09:00:02', bea)], {
    outcome: 'pending',
    decidedAt: null,
  });
  check('“Request denied” alone denies', [request, decides('denied', '09:00', bea, 'no')], {
    outcome: 'denied',
    decidedAt: at('09:00'),
    timeToApproveSeconds: null,
  });
  check('“Deny…” alone denies', [request, deny('09:00', bea)], { outcome: 'denied', decidedAt: at('09:00') });
  check(
    'a second stage that denies outweighs a first that approved',
    [
      request,
      stageOne,
      completesStage('09:00:02', bea),
      decides('denied', '10:00', chen, 'no'),
      deny('10:00:02', chen),
    ],
    {
      outcome: 'denied',
      decidedAt: at('10:00'),
      endedAt: at('10:00'),
      timeToApproveSeconds: null,
      decisions: ['bea.okafor@contoso.example approved “ok”', 'chen.wei@contoso.example denied “no”'],
    },
  );
  check('a record that reports a failure decides nothing', [request, approve('09:00', bea, failure)], {
    outcome: 'pending',
    decisions: [],
  });
  check(
    'operation names are compared in any case',
    [request, ours('APPROVE ACCESS PACKAGE ASSIGNMENT REQUEST', '09:00', bea)],
    { outcome: 'approved' },
  );
});

describe('no decision by people', () => {
  check('an automatic approval has its own time and no decision', [request, autoApprove('08:00:01')], {
    outcome: 'auto-approved',
    decidedAt: at('08:00:01'),
    timeToApproveSeconds: null,
    decisions: [],
  });
  check(
    'a direct assignment is assigned',
    [ours('Administrator directly assigns user to access package', '08:00', dana), delivers('08:01')],
    { outcome: 'assigned', kind: 'direct', decidedAt: null, requestedAt: at('08:00'), warnings: [] },
  );
  check(
    'an assignment by policy is policy-assigned',
    [
      ours('Entitlement Management creates access package assignment request for user', '08:00', governance),
      delivers('08:01'),
    ],
    { outcome: 'policy-assigned', kind: 'policy', decidedAt: null, warnings: [] },
  );
  check('a cancelled request is cancelled', [request, cancel], {
    outcome: 'cancelled',
    decidedAt: null,
    endedAt: at('10:00'),
  });
  check(
    'the approval service’s “Cancel request” cancels',
    [request, approval('Cancel request', '10:00', alex)],
    { outcome: 'cancelled' },
  );
  check('a request that timed out is expired', [request, timeOut], {
    outcome: 'expired',
    decidedAt: null,
    endedAt: at('11:00'),
  });
  check(
    'the approval service’s “Request expired” expires it',
    [request, approval('Request expired', '11:00', governance)],
    { outcome: 'expired' },
  );
  check('a request that nobody answered yet is pending', [request], {
    outcome: 'pending',
    delivery: null,
    endedAt: null,
    warnings: [],
  });
});

describe('the first outcome that holds', () => {
  check('denied before cancelled', [request, deny('11:00', bea), cancel], { outcome: 'denied' });
  check('cancelled before expired', [request, timeOut, cancel], { outcome: 'cancelled' });
  check('expired before approved', [...approved, timeOut], { outcome: 'expired' });
  check('denied before approved', [...approved, decides('denied', '12:00', chen, 'revoked')], {
    outcome: 'denied',
  });
  check('approved before auto-approved', [...approved, autoApprove('08:00:01')], { outcome: 'approved' });
  check(
    'auto-approved before assigned',
    [ours('Administrator directly assigns user to access package', '08:00', dana), autoApprove('08:00:01')],
    { outcome: 'auto-approved' },
  );
});

describe('delivery', () => {
  check('delivered without an approval in the data is unknown, and says so', [request, delivers('09:00')], {
    outcome: 'unknown',
    delivery: 'delivered',
    warnings: ['delivered, no approval record in the data'],
  });
  check(
    'partly delivered without an approval in the data is unknown',
    [request, ours('Partially fulfill access package assignment request', '09:00', alex)],
    { outcome: 'unknown', delivery: 'partial' },
  );
  check(
    'access removed without an approval in the data is unknown',
    [request, ours('Remove access package assignment', '09:00', alex)],
    { outcome: 'unknown', delivery: null },
  );
  check('delivery under way without an approval is still pending', [request, readies('09:00')], {
    outcome: 'pending',
    delivery: 'delivering',
  });
  check(
    'a failed delivery leaves the outcome',
    [...approved, ours('Failed access package assignment request', '09:01', governance)],
    { outcome: 'approved', delivery: 'failed' },
  );
  check('a delivery that reports a failure is failed', [...approved, delivers('09:01', failure)], {
    outcome: 'approved',
    delivery: 'failed',
  });
  check('a delivery that reports a failure delivered nothing', [request, delivers('09:01', failure)], {
    outcome: 'pending',
    delivery: 'failed',
  });
  check(
    'the last delivery record tells the state, whatever arrives first',
    [
      delivers('09:05'),
      ...approved,
      readies('09:03'),
      ours('Schedule a future access package assignment', '09:01', governance),
      ours('Failed access package assignment request', '09:04', governance),
    ],
    { delivery: 'delivered' },
  );
  check(
    'a scheduled request is scheduled',
    [...approved, ours('Schedule a future access package assignment', '09:01', governance)],
    { delivery: 'scheduled' },
  );
});
