import { describe, expect, test } from 'vitest';
import { storeCoverage } from '@/lib/store/coverage';
import {
  alex,
  approval,
  approve,
  asks,
  bea,
  chen,
  correlationOf,
  dana,
  decides,
  delivers,
  ours,
  requestId,
} from './build';
import { allRequests, expectRequests, folded, folding, withStore } from './folding';

const check = folding();

const beaApproved = ['bea.okafor@contoso.example approved “ok”'];
const withoutTargets = (correlationId: string | null) => ({ targets: [], but: { correlationId } });
const deliveredIn = (correlationId: string | null) => delivers('09:00', withoutTargets(correlationId));

describe('by request id', () => {
  check(
    'an approval record belongs to the request it names as Other',
    [asks('08:00'), decides('approved', '09:00', bea, 'ok')],
    {
      decisions: beaApproved,
    },
  );
  check(
    'a target of any type will do when its id is a known request’s',
    [
      asks('08:00'),
      decides('approved', '09:00', bea, 'ok', { targets: [{ type: 'Approval', id: requestId() }] }),
    ],
    { decisions: beaApproved },
  );
  check(
    'ids are one in any case',
    [
      asks('08:00'),
      decides('approved', '09:00', bea, 'ok', {
        targets: [{ type: 'Other', id: requestId().toUpperCase() }],
      }),
      approve('09:01', bea, {
        targets: [{ type: 'AccessPackageAssignmentRequest', id: requestId().toUpperCase() }],
      }),
    ],
    { requestId: requestId(), outcome: 'approved', decisions: beaApproved },
  );
  check(
    'the request named outweighs the correlation shared',
    [
      asks('08:00'),
      asks('08:01', { request: 2 }),
      decides('denied', '09:00', bea, 'no', { request: 2, but: { correlationId: correlationOf(1) } }),
    ],
    { outcome: 'pending' },
    { outcome: 'denied' },
  );
  check(
    'a record that names two requests belongs to both',
    [
      asks('08:00'),
      asks('08:01', { request: 2 }),
      delivers('09:00', {
        targets: [1, 2].map((request) => ({
          type: 'AccessPackageAssignmentRequest',
          id: requestId(request),
        })),
      }),
    ],
    { delivery: 'delivered' },
    { delivery: 'delivered' },
  );
  check(
    'an approval of another feature makes no request',
    [asks('08:00'), decides('approved', '09:00', bea, 'ok', { request: 7 })],
    {
      requestId: requestId(1),
      outcome: 'pending',
      decisions: [],
    },
  );
});

describe('by CorrelationId', () => {
  check('when exactly one request carries it', [asks('08:00'), deliveredIn(correlationOf(1))], {
    delivery: 'delivered',
  });
  check('in any case, as ids are', [asks('08:00'), deliveredIn(correlationOf(1).toUpperCase())], {
    delivery: 'delivered',
  });
  check(
    'an approval record that names no request',
    [
      asks('08:00'),
      approval('Request approved', '09:00', bea, { reason: 'ok', ...withoutTargets(correlationOf(1)) }),
    ],
    { decisions: beaApproved },
  );
  check(
    'not when two requests carry it',
    [
      asks('08:00'),
      asks('08:01', { request: 2, but: { correlationId: correlationOf(1) } }),
      deliveredIn(correlationOf(1)),
    ],
    { delivery: null },
    { delivery: null },
  );
  for (const [spelled, correlationId] of [
    ['missing', null],
    ['empty', ''],
    ['blank', '  '],
  ] as const)
    check(
      `a ${spelled} one links nothing`,
      [asks('08:00', { but: { correlationId } }), deliveredIn(correlationId)],
      { outcome: 'pending', delivery: null },
    );
});

describe('within a tenant', () => {
  const [one, two] = ['11111111-0000-4000-8000-000000000000', '22222222-0000-4000-8000-000000000000'];
  const of = (tenant: string | null) => ({ but: { tenant } });

  test('one request id in two tenants is two requests', async () => {
    const requests = await folded([
      asks('08:00', of(one)),
      asks('08:00', { by: dana, receiver: dana, ...of(two) }),
      decides('denied', '09:00', bea, 'no', of(two)),
    ]);
    expectRequests(requests, [
      { tenant: one, requestor: alex.upn, outcome: 'pending' },
      { tenant: two, requestor: dana.upn, outcome: 'denied' },
    ]);
  });
  test('one CorrelationId in two tenants links nothing across them', async () => {
    const requests = await folded([
      asks('08:00', of(one)),
      asks('08:01', { request: 2, but: { tenant: two, correlationId: correlationOf(1) } }),
      delivers('09:00', { targets: [], but: { tenant: two, correlationId: correlationOf(1) } }),
    ]);
    expectRequests(requests, [
      { tenant: one, delivery: null },
      { tenant: two, delivery: 'delivered' },
    ]);
  });

  const tenantOf = (
    rule: string,
    tenants: (string | null)[],
    configured: string | null,
    expected: string[],
  ) =>
    test(rule, async () => {
      const records = tenants.map((tenant, place) =>
        asks(`0${place}:00`, { request: place + 1, ...of(tenant) }),
      );
      const requests = await folded(records, configured);
      expect(requests.map((request) => request.tenant)).toEqual(expected);
    });
  tenantOf('a record’s own tenant comes first', [one, two], 'configured', [one, two]);
  tenantOf('then the configured one', [null, one], 'configured', ['configured', one]);
  tenantOf('then the only one in the data', [null, one, null], null, [one, one, one]);
  tenantOf('with two in the data it is unknown', [null, one, two], null, ['unknown', one, two]);
  tenantOf('with none at all it is unknown', [null, null], null, ['unknown', 'unknown']);
});

test('records that belong to no request are kept and counted', async () => {
  const records = [
    asks('08:00'),
    decides('approved', '09:00', bea, 'ok', { request: 7 }),
    decides('denied', '09:01', chen, 'no', { request: 8 }),
    ours('Create access package catalog', '07:00', dana, { targets: [], but: { correlationId: null } }),
    ours('Reticulate access package', '07:00', dana, { targets: [], but: { correlationId: null } }),
  ];
  await withStore([records], async (store) => {
    const { records: counts, unlinkedOperations } = await storeCoverage(store);
    expect(await allRequests(store)).toHaveLength(1);
    expect(counts).toMatchObject({ read: 5, ours: 3, approvalsElsewhere: 2, unlinked: 2, elsewhere: 0 });
    expect(unlinkedOperations).toEqual([
      { operation: 'Create access package catalog', records: 1 },
      { operation: 'Reticulate access package', records: 1 },
    ]);
  });
});
