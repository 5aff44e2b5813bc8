import fc from 'fast-check';
import type { AuditRecord } from '@/lib/audit/record';
import {
  type App,
  alex,
  approval,
  approve,
  asks,
  autoApprove,
  bea,
  completesStage,
  correlationOf,
  decides,
  delivers,
  deny,
  fulfilment,
  governance,
  ours,
  type Person,
  record,
  requestId,
  type Said,
} from './build';

/** A record and the batch in which it arrives. */
export interface Arrival {
  record: AuditRecord;
  batch: number;
}

type Make = (time: string, by: Person | App | null, said: Said) => AuditRecord;

const operations: Make[] = [
  (time, by, said) => asks(time, { by, ...said }),
  (time, by, said) => decides('approved', time, by, 'ok', said),
  (time, by, said) => decides('denied', time, by, 'no', said),
  (time, by, said) => approval('Create request', time, by, said),
  approve,
  deny,
  completesStage,
  (time, _by, said) => autoApprove(time, said),
  (time, _by, said) => delivers(time, said),
  (time, by, said) => ours('Administrator directly assigns user to access package', time, by, said),
  (time, by, said) => ours('Administrator directly removes user access package assignment', time, by, said),
  (time, by, said) => ours('Remove access package assignment', time, by, said),
  (time, by, said) => ours('Update access package', time, by, said),
  (time, by, said) => ours('Reticulate access package', time, by, said),
  (time, by, said) =>
    record('Add member to group', time, by, { ...said, but: { category: 'GroupManagement', ...said.but } }),
  (time, _by, said) =>
    record('Add member to group', time, fulfilment, {
      ...said,
      but: { category: 'GroupManagement', ...said.but },
    }),
];

const lost = [
  'category',
  'initiatedBy',
  'targetResources',
  'additionalDetails',
  'correlationId',
  'activityDateTime',
] as const;

const arrival = fc.record({
  make: fc.constantFrom(...operations),
  hour: fc.integer({ min: 0, max: 5 }),
  by: fc.constantFrom(alex, { ...alex, upn: 'alex.stone@contoso.example' }, bea, governance, null),
  request: fc.constantFrom(1, 1, 2, 3),
  correlation: fc.constantFrom(1, 1, 2, 3, null),
  reason: fc.constantFrom(undefined, null, 'a', 'b'),
  packageName: fc.constantFrom('Payables', 'Accounts Payable'),
  id: fc.constantFrom('own', 'own', 'none', 'shared'),
  tenant: fc.constantFrom(null, null, 'one', 'one', 'one', 'two'),
  named: fc.option(fc.constantFrom(1, 2, 3), { freq: 3 }),
  missing: fc.option(fc.constantFrom(...lost), { freq: 3 }),
  untargeted: fc.boolean(),
  cut: fc.boolean(),
  batch: fc.integer({ min: 0, max: 3 }),
});

const story = fc.array(arrival, { minLength: 1, maxLength: 10 });

/** Many in one store are no slower than a few. */
const mostStories = 30;

/**
 * Records in any order about a few requests, many stories that have no id in common: copies that differ, records
 * without an `Id`, a tenant or a field, records that name another request beside, correlations that requests share.
 */
export const worlds: fc.Arbitrary<Arrival[]> = fc
  .array(story, { minLength: 1, maxLength: mostStories, size: 'max' })
  .map((stories) =>
    stories.flatMap((arrivals, place) =>
      arrivals.map((each) => {
        const number = (one: number) => place * 10 + one;
        const made = each.make(`0${4 + each.hour}:00`, each.by, {
          request: number(each.request),
          reason: each.reason,
          package: { id: `package-${place}`, name: each.packageName },
          ...(each.untargeted ? { targets: [] } : {}),
          but: {
            correlationId: each.correlation === null ? null : correlationOf(number(each.correlation)),
            tenant: each.tenant,
            targetsCut: each.cut,
            detailsCut: each.cut,
          },
        });
        const targets = [
          ...JSON.parse(made.targetResources ?? '[]'),
          ...(each.named === null ? [] : [{ id: requestId(number(each.named)), type: 'Other' }]),
        ];
        const id = { own: made.id, none: null, shared: `${made.operationName} ${each.by?.name} ${place}` }[
          each.id
        ];
        return {
          record: {
            ...made,
            targetResources: JSON.stringify(targets),
            id,
            ...(each.missing === null ? {} : { [each.missing]: null }),
          },
          batch: each.batch,
        };
      }),
    ),
  );
