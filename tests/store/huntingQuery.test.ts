import { beforeAll, describe, expect, test } from 'vitest';
import type { HuntingAnswer, HuntingRow } from '@/lib/answers';
import type { AuditRecord } from '@/lib/audit/record';
import { type HuntingRange, huntingQuery } from '@/lib/store/huntingQuery';
import {
  alex,
  approve,
  asks,
  at,
  bea,
  chen,
  correlationOf,
  decides,
  employees,
  governance,
  ours,
  payables,
  portal,
  requestId,
} from './build';
import { withStore } from './folding';

const always: HuntingRange = { from: null, to: null };

interface Case {
  records: readonly AuditRecord[];
  range: HuntingRange;
  answer: HuntingAnswer | null;
}

const cases: Case[] = [];

/** Every id of a case's own, so that one store answers all cases; `from` is what stands there now. */
function renumbered<T>(value: T, from: number, to: number): T {
  const ids = new RegExp(`(d1e5e000|c0000000)-${digits(from)}`, 'gi');
  const text = JSON.stringify(value).replace(ids, `$1-${digits(to)}`);
  return JSON.parse(text);
}
const digits = (place: number) => String(place).padStart(4, '0');

beforeAll(async () => {
  const records = cases.flatMap((each, place) =>
    renumbered(each.records, 0, place + 1).map((record) => ({ ...record, id: `${place} ${record.id}` })),
  );
  await withStore([records], async (store) => {
    for (const [place, each] of cases.entries()) {
      const own = `-${digits(place + 1)}-`;
      const { rows, missed, ...counts } = await huntingQuery(store, [], each.range, null);
      const answer = {
        ...counts,
        rows: rows.filter((row) => row.RequestID.includes(own)),
        missed: missed.filter((request) => request.requestId.includes(own)),
      };
      each.answer = renumbered(answer, place + 1, 0);
    }
  });
});

/** A test of the answer that the query gives for these records alone. */
function asked(
  rule: string,
  records: readonly AuditRecord[],
  range: HuntingRange,
  compare: (answer: HuntingAnswer) => void,
): void {
  const own: Case = { records, range, answer: null };
  cases.push(own);
  test(rule, () => {
    if (own.answer === null) throw new Error('nothing was asked');
    compare(own.answer);
  });
}

/** Compares the rows, in the query's own order, in the columns that are expected of them. */
function check(
  rule: string,
  records: readonly AuditRecord[],
  expected: readonly Partial<HuntingRow>[],
  range: HuntingRange = always,
): void {
  asked(rule, records, range, ({ rows }) => {
    const columns = new Set(expected.flatMap(Object.keys));
    const found = rows.map((row) =>
      Object.fromEntries(Object.entries(row).filter(([column]) => columns.has(column))),
    );
    expect(found).toEqual(expected);
  });
}

const request = asks('08:00', { reason: 'Month-end close' });
const approval = approve('10:00:02', chen);
const beaApproves = decides('approved', '09:00', bea, 'Reports to me');
const chenApproves = decides('approved', '10:00', chen, 'Until September');
const requestTarget = (number = 1) => ({ type: 'AccessPackageAssignmentRequest', id: requestId(number) });
const targets = [requestTarget(), { type: 'AccessPackage', ...payables }];

asked(
  'a row has the nine columns of the query and no other',
  [request, chenApproves, approval],
  always,
  ({ rows }) =>
    expect(rows).toEqual([
      {
        TimeRequested: at('08:00'),
        AccessPackageName: 'Payables',
        RequestedBy: alex.upn,
        RequestorJustification: 'Month-end close',
        ApprovedTime: at('10:00:02'),
        ApprovedBy: chen.upn,
        ApproverJustification: 'Until September',
        CorrelationId: correlationOf(1),
        RequestID: requestId(),
      },
    ]),
);

describe('rows multiply as the query’s joins do', () => {
  check(
    'by the decisions, each beside the last approver',
    [request, beaApproves, chenApproves, approval],
    [
      { ApprovedBy: chen.upn, ApproverJustification: 'Reports to me' },
      { ApprovedBy: chen.upn, ApproverJustification: 'Until September' },
    ],
  );
  check(
    'by the “Approve…” records',
    [request, chenApproves, approve('09:00:02', bea), approval],
    [
      { ApprovedTime: at('09:00:02'), ApprovedBy: bea.upn, ApproverJustification: 'Until September' },
      { ApprovedTime: at('10:00:02'), ApprovedBy: chen.upn, ApproverJustification: 'Until September' },
    ],
  );
  check(
    'by the justifications of the request',
    [asks('08:00', { reason: 'first', details: [['Justification', 'second']] }), approval],
    [{ RequestorJustification: 'first' }, { RequestorJustification: 'second' }],
  );
  check(
    'by the justifications of one decision',
    [request, decides('approved', '09:00', bea, 'one', { details: [['Justification', 'two']] }), approval],
    [{ ApproverJustification: 'one' }, { ApproverJustification: 'two' }],
  );
  check(
    'by the packages of the request',
    [
      asks('08:00', { reason: 'both', targets: [...targets, { type: 'AccessPackage', ...portal }] }),
      approval,
    ],
    [{ AccessPackageName: 'Partner Portal' }, { AccessPackageName: 'Payables' }],
  );
  check(
    'by all of them at once',
    [
      asks('08:00', {
        reason: 'first',
        details: [['Justification', 'second']],
        targets: [...targets, { type: 'AccessPackage', ...portal }, requestTarget(2)],
      }),
      approve('10:00', chen),
      approve('10:01', chen),
    ],
    Array.from({ length: 16 }, () => ({})),
  );
  check(
    'by time, though all else is the same',
    [request, { ...request, id: 'again', timeGenerated: at('08:00:00.0000001') }, approval],
    [{ TimeRequested: at('08:00') }, { TimeRequested: at('08:00:00.0000001') }],
  );
});

describe('rows that are the same are one', () => {
  check(
    'a record that came twice counts once',
    [request, request, approval, approval, chenApproves, chenApproves],
    [{ ApproverJustification: 'Until September' }],
  );
  check(
    'two request records that say the same are distinct once',
    [request, { ...request, id: 'again' }, approval],
    [{ RequestID: requestId() }],
  );
});

describe('what is missing on one side', () => {
  const text = (rule: string, decisions: AuditRecord[], ...expected: string[]) =>
    check(
      rule,
      [request, ...decisions, approval],
      expected.map((ApproverJustification) => ({ ApproverJustification })),
    );
  text('no decision gives an empty text', [], '');
  text('a decision without a justification gives an empty text', [decides('approved', '09:00', bea)], '');
  text('a justification of null gives an empty text', [decides('approved', '09:00', bea, null)], '');
  text(
    'a decision without one adds nothing beside one that has it',
    [decides('approved', '09:00', bea), chenApproves],
    'Until September',
  );
  text(
    'a decision about another request gives nothing',
    [decides('approved', '09:00', bea, 'elsewhere', { request: 2 })],
    '',
  );
  text(
    'a decision that names no Other target gives nothing',
    [decides('approved', '09:00', bea, 'lost', { targets: [requestTarget()] })],
    '',
  );
  text('a denial is not read', [decides('denied', '09:00', bea, 'no')], '');

  check(
    'an application that approves has no name',
    [request, approve('10:00', governance)],
    [{ ApprovedBy: null }],
  );
  check(
    'an application that asks has an empty name',
    [asks('08:00', { by: governance, reason: 'sync' }), approval],
    [{ RequestedBy: '' }],
  );
  check(
    'a package without a name has an empty one',
    [asks('08:00', { reason: 'x', package: { ...payables, name: null } }), approval],
    [{ AccessPackageName: '' }],
  );
  check(
    'an empty reason is a row',
    [asks('08:00', { reason: '' }), approval],
    [{ RequestorJustification: '' }],
  );
  check(
    'a reason of null is a row',
    [asks('08:00', { reason: null }), approval],
    [{ RequestorJustification: '' }],
  );
  for (const [what, said] of [
    ['justification', {}],
    ['details', { but: { additionalDetails: null } }],
    ['package', { reason: 'x', targets: [requestTarget()] }],
    ['request id', { reason: 'x', targets: [{ type: 'AccessPackage', ...payables }] }],
    ['targets', { reason: 'x', but: { targetResources: null } }],
  ] as const)
    check(`a request without its ${what} is dropped`, [asks('08:00', said), approval], []);
});

describe('comparisons are Kusto’s', () => {
  const unspelled = (correlationId: string | null) => ({ but: { correlationId } });
  test('missing and empty CorrelationIds match each other', () =>
    withStore(
      [
        [
          asks('08:00', { reason: 'one', ...unspelled(null) }),
          asks('08:01', { reason: 'two', request: 2, ...unspelled('') }),
          approve('10:00', chen, { request: 3, ...unspelled('') }),
        ],
      ],
      async (store) => {
        const { rows, total } = await huntingQuery(store, [], always, null);
        expect(rows.map((row) => [row.RequestID, row.CorrelationId])).toEqual([
          [requestId(1), ''],
          [requestId(2), ''],
        ]);
        expect(total).toBe(2);
      },
    ));
  check(
    'a CorrelationId in another case is another',
    [request, approve('10:00', chen, unspelled(correlationOf(1).toUpperCase()))],
    [],
  );
  check(
    'a request id in another case is another',
    [
      request,
      decides('approved', '09:00', bea, 'ok', {
        targets: [{ type: 'Other', id: requestId().toUpperCase() }],
      }),
      approval,
    ],
    [{ ApproverJustification: '' }],
  );
  check(
    'an operation name in another case is another',
    [ours('User Requests access package assignment', '08:00', alex, { reason: 'x' }), approval],
    [],
  );
  check(
    'a key in another case is another',
    [asks('08:00', { details: [['justification', 'x']] }), approval],
    [],
  );
  check(
    'a target type in another case is another',
    [
      asks('08:00', { reason: 'x', targets: [requestTarget(), { type: 'accessPackage', ...payables }] }),
      approval,
    ],
    [],
  );
  check(
    'ids and texts come as the record has them',
    [
      asks('08:00', {
        reason: 'x',
        targets: [
          { ...requestTarget(), id: requestId().toUpperCase() },
          { type: 'AccessPackage', ...payables },
        ],
      }),
      approval,
    ],
    [{ RequestID: requestId().toUpperCase() }],
  );
  check(
    'failures count',
    [request, { ...beaApproves, result: 'failure' }, { ...approval, result: 'failure' }],
    [{ ApproverJustification: 'Reports to me' }],
  );
  check(
    'the oldest request comes first',
    [
      asks('08:01', { reason: 'later', request: 2 }),
      approve('08:02', bea, { request: 2 }),
      request,
      approval,
    ],
    [{ RequestorJustification: 'Month-end close' }, { RequestorJustification: 'later' }],
  );
});

describe('a time range bounds all three reads', () => {
  const records = [request, chenApproves, approval];
  const row = { ApproverJustification: 'Until September' };
  const within = (rule: string, from: string | null, to: string | null, expected: Partial<HuntingRow>[]) =>
    check(rule, records, expected, { from: from && at(from), to: to && at(to) });
  within('with both ends open', null, null, [row]);
  within('its start inclusive', '08:00', null, [row]);
  within('a request before it drops the row', '08:00:00.0000001', null, []);
  within('its end exclusive', null, '10:00:02', []);
  within('just after its last record', null, '10:00:02.0000001', [row]);
  check(
    'a decision outside it leaves the row without a text',
    [request, chenApproves, approve('09:00', chen)],
    [{ ApproverJustification: '' }],
    { from: at('08:00'), to: at('10:00') },
  );
  check(
    'by when the record was received, not by when it happened',
    [{ ...request, timeGenerated: at('4 08:00') }, approve('4 10:00', chen)],
    [{ TimeRequested: at('4 08:00') }],
    { from: at('4 00:00'), to: at('5 00:00') },
  );
});

test('pages hold every row and every missed request once', async () => {
  const numbers = Array.from({ length: 7 }, (_, place) => place + 1);
  const records = numbers.flatMap((number) => [
    asks(`08:0${number}`, { request: number, ...(number % 2 === 0 ? {} : { reason: `reason ${number}` }) }),
    approve(`09:0${number}`, bea, { request: number }),
  ]);
  await withStore([records], async (store) => {
    const all = await huntingQuery(store, [], always, null);
    const pages = await Promise.all(
      [1, 2, 3].map((page) => huntingQuery(store, [], always, { page, pageSize: 2 })),
    );
    expect(pages.flatMap(({ rows }) => rows)).toEqual(all.rows);
    expect(pages.flatMap(({ missed }) => missed)).toEqual(all.missed);
    expect(pages.map(({ total, missedTotal }) => [total, missedTotal])).toEqual([
      [4, 3],
      [4, 3],
      [4, 3],
    ]);
  });
});

describe('requests that the query cannot see', () => {
  /** Compares the codes of the reasons of the one request that is missed, each once. */
  const missed = (expected: string[], rule: string, records: readonly AuditRecord[], range = always) =>
    asked(`${expected.join(' and ')}: ${rule}`, records, range, ({ missed }) =>
      expect(missed.map(({ reasons }) => reasons.map(({ code }) => code))).toEqual([expected]),
    );
  const ask = (operation: string) => ours(operation, '08:00', alex, { reason: 'x' });

  missed(['no-requestor-justification'], 'asked without a reason', [asks('08:00'), approval]);
  missed(['auto-approved'], 'approved by no one', [
    request,
    ours('Auto approve access package assignment request', '08:01', governance),
  ]);
  missed(['assigned-directly'], 'assigned by an administrator', [
    ask('Administrator directly assigns user to access package'),
  ]);
  missed(['assigned-by-policy'], 'assigned by a policy', [
    ask('Entitlement Management creates access package assignment request for user'),
  ]);
  missed(['denied'], 'denied', [request, decides('denied', '09:00', bea, 'no')]);
  missed(['expired'], 'expired', [request, ours('Request expired', '09:00', governance)]);
  missed(['cancelled'], 'cancelled', [
    request,
    ours('Cancel access package assignment request', '09:00', alex),
  ]);
  missed(['pending'], 'not decided', [request]);
  missed(['extension'], 'an extension', [ask('User requests to extend access package assignment'), approval]);
  missed(['update'], 'an update', [ask('Create access package assignment user update request'), approval]);
  missed(['removal'], 'a removal', [ask('Administrator directly removes user access package assignment')]);
  missed(['service-principal'], 'for a service principal', [
    ask('User requests an access package assignment on behalf of service principal'),
    approval,
  ]);
  missed(['request-not-in-data'], 'no request record', [approval]);
  missed(['request-out-of-range'], 'asked before the range', [request, approval], {
    from: at('09:00'),
    to: null,
  });
  missed(['approval-out-of-range'], 'approved after the range', [request, approval], {
    from: null,
    to: at('09:00'),
  });
  missed(['approval-not-in-data'], 'delivered without an approval', [
    request,
    ours('Fulfill access package assignment request', '09:00', alex),
  ]);
  missed(['no-package-target'], 'a request that names no package', [
    asks('08:00', { reason: 'x', targets: [requestTarget()] }),
    approval,
  ]);
  missed(['no-request-target'], 'a request that carries no request id', [
    asks('08:00', {
      reason: 'x',
      targets: [
        { type: 'AccessPackage', ...payables },
        { type: 'AccessPackageAssignmentPolicy', ...employees },
      ],
    }),
    approval,
  ]);
  missed(['other-correlation'], 'the approval has another CorrelationId', [
    request,
    approve('10:00', chen, { but: { correlationId: 'another' } }),
  ]);
  missed(['no-requestor-justification', 'denied'], 'two reasons at once', [
    asks('08:00'),
    decides('denied', '09:00', bea, 'no'),
  ]);

  const explained = (rule: string, records: readonly AuditRecord[]) =>
    asked(`never without a reason: ${rule}`, records, always, ({ missed }) =>
      expect(missed).toEqual([expect.objectContaining({ reasons: [expect.anything()] })]),
    );
  explained('operation names in another case', [ask('USER REQUESTS ACCESS PACKAGE ASSIGNMENT'), approval]);
  explained('an approval in another case', [
    request,
    ours('APPROVE ACCESS PACKAGE ASSIGNMENT REQUEST', '10:00', chen),
  ]);
  explained('a direct assignment that was approved all the same', [
    ask('Administrator directly assigns user to access package'),
    approval,
  ]);
  explained('an assignment by policy that was approved', [
    ask('Entitlement Management creates access package assignment request for user'),
    approval,
  ]);

  test('a request that is a row is not missed, one of the same id in another tenant is', () =>
    withStore(
      [
        [
          { ...request, tenant: 'one' },
          { ...approval, tenant: 'one' },
          ...[asks('08:00'), decides('denied', '09:00', bea, 'no')].map((record) => ({
            ...record,
            tenant: 'two',
          })),
        ],
      ],
      async (store) => {
        const { rows, missed } = await huntingQuery(store, [], always, null);
        expect(rows).toHaveLength(1);
        expect(missed.map(({ tenant }) => tenant)).toEqual(['two']);
      },
    ));
  asked(
    'a request without a record in the range is not missed from it',
    [request, approval],
    { from: at('5 00:00'), to: null },
    ({ missed }) => expect(missed).toEqual([]),
  );
  test('each reason is counted once for each request it holds for', () =>
    withStore(
      [[asks('08:00'), asks('08:01', { request: 2 }), decides('denied', '09:00', bea, 'no', { request: 2 })]],
      async (store) => {
        const { missedReasons, missedTotal } = await huntingQuery(store, [], always, null);
        expect(missedTotal).toBe(2);
        expect(missedReasons.map(({ code, requests }) => [code, requests])).toEqual([
          ['no-requestor-justification', 2],
          ['denied', 1],
          ['pending', 1],
        ]);
      },
    ));
});
