import { describe, expect, test } from 'vitest';
import { toClauses } from '@/lib/filter/clauses';
import { parseSearch } from '@/lib/filter/search';
import type { AccessRequest, Decision } from '@/lib/request';
import { matches } from './plainPredicate';
import { packageId, plain } from './plainRequest';

const approverId = 'b2f1c9d0-0000-4000-8000-00000000000a';

const decision: Decision = {
  approver: 'bea.okafor@contoso.example',
  approverId,
  approverName: 'Bea Okafor',
  verdict: 'approved',
  at: '2026-08-03T08:01:00Z',
  justification: { state: 'empty', text: ' ' },
  furtherJustifications: ['Reports to me'],
  ip: null,
  record: 'rec-1',
};

/** Whether a request (the plain one with changes) is kept by a filter typed into the search box. */
function check(search: string, kept: boolean, changes: Partial<AccessRequest> = {}) {
  const { filter, problems } = parseSearch(search);
  expect(problems).toEqual([]);
  expect(matches({ ...plain, ...changes }, toClauses(filter, '2026-08-04T00:00:00Z'))).toBe(kept);
}

describe('which requests a filter keeps', () => {
  test('no filter keeps every request', () => check('', true));

  test('a value must equal one of those chosen', () => {
    check('outcome:denied,approved kind:request userType:member tenant:T-1', true);
    check('outcome:denied', false);
    check('-outcome:approved', false);
  });

  test('an absent delivery is no value, so only an exclusion keeps it', () => {
    check('delivery:scheduled,delivering,delivered,partial,failed', false, { delivery: null });
    check('-delivery:delivered', true, { delivery: null });
  });

  test('an approver’s reason counts if any decision has it; without decisions there is none', () => {
    const decisions = [decision, { ...decision, justification: { state: 'given', text: 'ok' } as const }];
    check('approverReason:given', true, { decisions });
    check('-approverReason:given', false, { decisions });
    check('approverReason:none', false);
    check('-approverReason:none', true);
    check('reason:given', true);
  });

  test('an object is found by its id in any case, or by a name then or now', () => {
    check(`package:${packageId}`, true);
    check('package:erp', true);
    check('package:PAYABLES', true);
    check('-package:payables', false);
    check('requestor:stone,nobody', true);
    check('requestor:"alex rivera"', true);
    check('target:rivera', false);
  });

  test('one approver is enough, and an exclusion needs none', () => {
    const decisions = [{ ...decision, approverId: null, approver: null, approverName: null }, decision];
    check(`approver:${approverId}`, true, { decisions });
    check('-approver:okafor', false, { decisions });
    check('-approver:okafor', true);
  });

  test('every search word must occur somewhere, no excluded one may', () => {
    const decisions = [decision];
    check('month-end "reports to" okafor payables "second text"', true, { decisions });
    check('month-end absent', false, { decisions });
    check('-absent -"reports to"', false, { decisions });
    check('-absent', true, { decisions });
    check('"close second"', false);
  });

  test('a time to approve is at least the lower end and under the upper', () => {
    check('took:59.876s..60s', true);
    check('took:<59.876s', false);
    check('took:>=0s', false, { timeToApproveSeconds: null });
  });

  test('times compare at 100 ns, the end exclusive, and fall back to the first record', () => {
    check('after:2026-08-03T08:00:00.1234567Z', true);
    check('before:2026-08-03T08:00:00.1234567Z', false);
    check('before:2026-08-03T08:00:00.1234568Z', true);
    check('by:decided after:2026-08-03T08:01Z', true);
    check('before:2026-08-02', true, { requestedAt: null });
    check('by:decided before:2026-08-02', true, { decidedAt: null });
    check('range:24h', true);
  });
});
