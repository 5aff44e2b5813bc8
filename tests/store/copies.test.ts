import { describe, expect, test } from 'vitest';
import type { AuditRecord } from '@/lib/audit/record';
import { storeCoverage } from '@/lib/store/coverage';
import { requestDetail } from '@/lib/store/requestDetail';
import { approve, asks, bea, chen, decides, delivers, payables, requestId } from './build';
import { allRequests, folded, folding, withStore } from './folding';

const check = folding();

const request = asks('08:00', { reason: 'Month-end close' });
const decision = decides('approved', '09:00', bea, 'ok');
const approval = approve('09:01', bea);
const withoutId = (record: AuditRecord): AuditRecord => ({ ...record, id: null });
const one = ['bea.okafor@contoso.example approved “ok”'];

describe('one record that came twice is one record', () => {
  check('with the same Id', [request, decision, approval, decision, request], { decisions: one });
  check('without an Id at all', [request, withoutId(decision), approval, withoutId(decision)], {
    decisions: one,
  });
  check('with its Id and without', [request, decision, approval, withoutId(decision)], { decisions: one });
  check(
    'without its Id, its ids in another case',
    [
      request,
      decision,
      approval,
      withoutId(
        decides('approved', '09:00', { ...bea, id: bea.id.toUpperCase() }, 'ok', {
          targets: [{ type: 'Other', id: requestId().toUpperCase() }],
        }),
      ),
    ],
    { decisions: one },
  );
  test('a copy that was cut to three targets is the record it was cut from', async () => {
    const cut = (record: AuditRecord): AuditRecord => ({
      ...withoutId(record),
      targetResources: JSON.stringify(JSON.parse(record.targetResources ?? '[]').slice(0, 3)),
      targetsCut: true,
    });
    await withStore(
      [
        [cut(request), cut(delivers('10:00'))],
        [request, delivers('10:00')],
      ],
      async (store) => {
        const [found] = await allRequests(store);
        const { timeline } = await requestDetail(store, [], requestId(), null);
        expect(found?.warnings).toEqual(['delivered, no approval record in the data']);
        expect(timeline.map(({ record }) => record)).toEqual([request.id, delivers('10:00').id]);
      },
    );
  });
});

describe('records that differ in what identifies them are two', () => {
  check('in the actor', [request, withoutId(decision), withoutId(decides('approved', '09:00', chen, 'ok'))], {
    decisions: [...one, 'chen.wei@contoso.example approved “ok”'],
  });
  check(
    'in the time',
    [request, withoutId(decision), withoutId(decides('approved', '09:00:00.0000001', bea, 'ok'))],
    { decisions: [...one, ...one] },
  );
  check(
    'in the operation',
    [request, withoutId(decides('denied', '09:00', bea, 'ok')), withoutId(decision)],
    { outcome: 'denied', decisions: ['bea.okafor@contoso.example denied “ok”', ...one] },
  );
  check(
    'in the CorrelationId',
    [request, withoutId(decision), { ...withoutId(decision), correlationId: 'another' }],
    { decisions: [...one, ...one] },
  );
});

describe('copies with different content merge the same way in any order', () => {
  const copies: [
    rule: string,
    poor: AuditRecord,
    rich: AuditRecord,
    expected: Parameters<typeof check>[2],
  ][] = [
    [
      'a filled field beats a missing one',
      { ...request, additionalDetails: null, initiatedBy: null },
      { ...request, targetResources: null, correlationId: null },
      {
        requestorJustification: { state: 'given', text: 'Month-end close' },
        package: payables.name,
        target: 'alex.rivera@contoso.example',
      },
    ],
    [
      'of two filled ones the greater text stays',
      asks('08:00', { reason: 'aaa' }),
      asks('08:00', { reason: 'bbb' }),
      { requestorJustification: { state: 'given', text: 'bbb' } },
    ],
    [
      'details that were cut off yield to those that were not',
      { ...asks('08:00'), detailsCut: true },
      asks('08:00'),
      { requestorJustification: { state: 'absent', text: null } },
    ],
  ];
  for (const [rule, poor, rich, expected] of copies) {
    check(`${rule}: the poorer first`, [poor, rich], expected ?? {});
    check(`${rule}: the poorer last`, [rich, poor], expected ?? {});
  }
});

test('each copy is counted as read, and each repeated Id as a duplicate', async () => {
  await withStore(
    [
      [request, request],
      [request, decision],
    ],
    async (store) => {
      const { records } = await storeCoverage(store);
      expect(records).toMatchObject({ read: 4, duplicates: 2, ours: 2 });
    },
  );
});

test('one Id in two tenants is two records', async () => {
  const requests = await folded(['one', 'two'].map((tenant) => ({ ...request, tenant })));
  expect(requests.map(({ tenant }) => tenant)).toEqual(['one', 'two']);
});

test('a copy without a tenant is the one record of the only tenant', async () => {
  const requests = await folded([{ ...request, tenant: 'one' }, decision, { ...decision, tenant: 'one' }]);
  expect(requests.map(({ decisions }) => decisions.length)).toEqual([1]);
});

test('records without an Id are counted', async () => {
  await withStore([[request, withoutId(decision)]], async (store) => {
    const { records } = await storeCoverage(store);
    expect(records).toMatchObject({ read: 2, ours: 2, withoutId: 1 });
  });
});
