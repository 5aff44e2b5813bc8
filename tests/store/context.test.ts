import { describe, expect, test } from 'vitest';
import type { AuditRecord } from '@/lib/audit/record';
import { storeCoverage } from '@/lib/store/coverage';
import { requestDetail } from '@/lib/store/requestDetail';
import {
  type App,
  alex,
  asks,
  at,
  bea,
  correlationOf,
  dana,
  delivers,
  fulfilment,
  ours,
  type Person,
  record,
  requestId,
} from './build';
import { allRequests, expectRequests, withStore } from './folding';

const groupWrite = (
  time: string,
  by: Person | App,
  correlationId: string | null,
  operation = 'Add member to group',
) =>
  record(operation, time, by, {
    targets: [{ type: 'Group', id: '9b000000-0000-4000-8000-000000000001', name: 'sg-payables' }],
    but: { category: 'GroupManagement', loggedByService: 'Core Directory', correlationId },
  });

/** Folds batches; compares the timeline of request 1 as `step operation`, context in brackets, and the counts. */
function check(
  rule: string,
  batches: AuditRecord[][],
  timeline: string[],
  counts: Partial<Awaited<ReturnType<typeof storeCoverage>>['records']> = {},
) {
  test(rule, () =>
    withStore(batches, async (store) => {
      const detail = await requestDetail(store, [], requestId(), null);
      const lines = detail.timeline.map(({ context, step, operation }) =>
        context ? `[${operation}]` : `${step} ${operation}`,
      );
      expect(lines).toEqual(timeline);
      expect((await storeCoverage(store)).records).toMatchObject(counts);
    }),
  );
}

const asked = 'request User requests access package assignment';
const member = '[Add member to group]';

describe('other services’ records are kept beside the requests', () => {
  check(
    'those of a request’s CorrelationId are in its timeline',
    [[asks('08:00'), groupWrite('09:00', dana, correlationOf(1))]],
    [asked, member],
    { ours: 1, context: 1, elsewhere: 0 },
  );
  check(
    'even when they come long before the request does',
    [[groupWrite('09:00', dana, correlationOf(1))], [asks('08:00')]],
    [asked, member],
    { ours: 1, context: 1, waiting: 0 },
  );
  check(
    'even without an Id',
    [[asks('08:00')], [{ ...groupWrite('09:00', dana, correlationOf(1)), id: null }], [delivers('10:00')]],
    [asked, member, 'deliver Fulfill access package assignment request'],
    { ours: 2, context: 1 },
  );
  check(
    'those of the fulfilment service and new accounts are kept without a request',
    [
      [
        asks('08:00'),
        groupWrite('09:00', fulfilment, null),
        groupWrite('09:00', dana, null, 'Add user'),
        groupWrite('09:00', bea, null),
      ],
    ],
    [asked],
    { ours: 1, context: 2, elsewhere: 1 },
  );
  check(
    'those of another CorrelationId wait for a request and are in no timeline',
    [[asks('08:00'), groupWrite('09:00', dana, correlationOf(2))]],
    [asked],
    { ours: 1, context: 0, waiting: 1 },
  );
  check(
    'an approval service’s name is ours in any category',
    [
      [
        asks('08:00'),
        record('Request approved', '09:00', bea, {
          targets: [{ type: 'Other', id: requestId() }],
          but: { category: 'Policy', correlationId: null },
        }),
      ],
    ],
    [asked, 'decision-approved Request approved'],
    { ours: 2 },
  );

  test('they never make or change a request', () =>
    withStore(
      [
        [
          asks('08:00'),
          groupWrite('07:00', fulfilment, correlationOf(1)),
          groupWrite('09:00', fulfilment, correlationOf(2)),
        ],
      ],
      async (store) => {
        expectRequests(await allRequests(store), [
          { firstRecordAt: at('08:00'), lastRecordAt: at('08:00'), delivery: null, outcome: 'pending' },
        ]);
      },
    ));
});

describe('a record whose category is missing', () => {
  const but = { category: null, correlationId: null };
  check(
    'is ours when a target is of an access package',
    [[asks('08:00'), ours('Reticulate access package', '09:00', dana, { but })]],
    [asked, 'other Reticulate access package'],
    { ours: 2 },
  );
  check(
    'is another service’s when none is',
    [
      [
        asks('08:00'),
        ours('Reticulate splines', '09:00', dana, { but, targets: [{ type: 'User', id: alex.id }] }),
      ],
    ],
    [asked],
    { ours: 1, elsewhere: 1 },
  );
});

describe('an unknown operation', () => {
  const unknown = 'Reticulate access package assignment request';
  check(
    'of a request is in its timeline as other',
    [[asks('08:00'), ours(unknown, '09:00', dana)]],
    [asked, `other ${unknown}`],
  );
  test('of a request leaves it as it is but for its span', () =>
    withStore([[asks('08:00'), ours(unknown, '09:00', dana)]], async (store) => {
      expectRequests(await allRequests(store), [
        { outcome: 'pending', kind: 'request', requestor: alex.upn, lastRecordAt: at('09:00'), warnings: [] },
      ]);
    }));
  test('alone makes a request of unknown kind', () =>
    withStore([[ours(unknown, '09:00', dana)]], async (store) => {
      expectRequests(await allRequests(store), [{ kind: 'unknown', outcome: 'pending', requestor: null }]);
    }));
});
