import { describe, expect } from 'vitest';
import type { AccessRequest } from '@/lib/request';
import {
  alex,
  approve,
  asks,
  at,
  autoApprove,
  bea,
  dana,
  decides,
  delivers,
  governance,
  ours,
  readies,
} from './build';
import { folding } from './folding';

const check = folding();

describe('event time', () => {
  check(
    'is when the activity happened, not when its record was received',
    [asks('08:00', { but: { timeGenerated: at('08:03') } })],
    { requestedAt: at('08:00'), firstRecordAt: at('08:00'), warnings: [] },
  );
  check(
    'is when the record was received where nothing else is said',
    [asks('08:00', { but: { activityDateTime: null } })],
    {
      requestedAt: at('08:00'),
    },
  );
  check('keeps its digits to 100 ns', [asks('08:00:00.1234567')], {
    requestedAt: '2026-08-03T08:00:00.1234567Z',
    firstRecordAt: '2026-08-03T08:00:00.1234567Z',
  });
  check(
    'a record received more than a day off its own time is warned of',
    [asks('08:00', { but: { timeGenerated: at('5 08:00') } })],
    { requestedAt: at('08:00'), warnings: [expect.stringContaining('more than a day')] },
  );
  check(
    'the span of a request is that of its records',
    [delivers('10:00'), asks('08:00'), readies('09:00')],
    {
      firstRecordAt: at('08:00'),
      lastRecordAt: at('10:00'),
    },
  );
});

describe('time to approve', () => {
  const took = (rule: string, asked: string, decided: string, seconds: number | null, warning?: string) =>
    check(rule, [asks(asked), decides('approved', decided, bea, 'ok'), approve('11:00', bea)], {
      outcome: 'approved',
      decidedAt: at(decided),
      timeToApproveSeconds: seconds,
      warnings: warning === undefined ? [] : [expect.stringContaining(warning)],
    });
  const unclear = 'order unclear';

  took('is from the request to the deciding human decision', '08:00', '09:10', 4200);
  took('is cut to milliseconds, not rounded', '08:00:00.1234567', '08:00:01.9999999', 1.876);
  took('compares at 100 ns before it is cut', '08:00:00.0000009', '08:00:01.0', 0.999);
  took('a decision before the request has none', '08:00', '07:59:59', null, unclear);
  took('a decision 100 ns before the request has none', '08:00:00.0000001', '08:00:00.0', null, unclear);
  check(
    'is to the last of several approvals',
    [
      asks('08:00'),
      decides('approved', '09:00', bea, 'one'),
      decides('approved', '10:00', dana, 'two'),
      approve('10:00:05', dana),
    ],
    { decidedAt: at('10:00'), timeToApproveSeconds: 7200 },
  );
  check(
    'is to “Approve…” where the approval service’s record is missing',
    [asks('08:00'), approve('09:00', bea)],
    { decidedAt: at('09:00'), timeToApproveSeconds: 3600 },
  );
  check(
    'is unknown without the request record',
    [decides('approved', '09:00', bea, 'ok'), approve('09:01', bea)],
    {
      outcome: 'approved',
      decidedAt: at('09:00'),
      timeToApproveSeconds: null,
    },
  );
});

describe('times that a request does not have are null', () => {
  const none = (rule: string, records: Parameters<typeof check>[1], expected: Partial<AccessRequest>) =>
    check(rule, records, {
      ...(expected as Pick<AccessRequest, 'outcome'>),
      decidedAt: null,
      timeToApproveSeconds: null,
    });
  none('pending', [asks('08:00')], { outcome: 'pending', endedAt: null });
  none('expired', [asks('08:00'), ours('Request expired', '09:00', governance)], {
    outcome: 'expired',
    endedAt: at('09:00'),
  });
  none(
    'expired after a first stage approved',
    [asks('08:00'), decides('approved', '08:30', bea, 'ok'), ours('Request expired', '09:00', governance)],
    { outcome: 'expired' },
  );
  none('cancelled', [asks('08:00'), ours('Cancel access package assignment request', '09:00', alex)], {
    outcome: 'cancelled',
    endedAt: at('09:00'),
  });
  none('direct assignment', [ours('Administrator directly assigns user to access package', '08:00', dana)], {
    outcome: 'assigned',
    endedAt: null,
  });
  none(
    'assignment by policy',
    [ours('Entitlement Management creates access package assignment request for user', '08:00', governance)],
    { outcome: 'policy-assigned', endedAt: null },
  );
  check(
    'an automatic approval has its own time and no time to approve',
    [asks('08:00'), autoApprove('08:00:01')],
    {
      decidedAt: at('08:00:01'),
      timeToApproveSeconds: null,
    },
  );
  check(
    'a denial has a decision time and no time to approve',
    [asks('08:00'), decides('denied', '09:00', bea)],
    {
      decidedAt: at('09:00'),
      endedAt: at('09:00'),
      timeToApproveSeconds: null,
    },
  );
});
