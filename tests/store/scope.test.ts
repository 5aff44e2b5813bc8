import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AuditRecord } from '@/lib/audit/record';
import { AppError } from '@/lib/errors';
import type { Clause, Grant } from '@/lib/filter/clause';
import { searchedFacet } from '@/lib/store/facets';
import { hiddenBy } from '@/lib/store/hidden';
import { huntingQuery } from '@/lib/store/huntingQuery';
import { oneRequest } from '@/lib/store/oneRequest';
import type { Store } from '@/lib/store/open';
import { packagePage } from '@/lib/store/packagePage';
import { packages, withoutPackage } from '@/lib/store/packages';
import { people, withoutPeople } from '@/lib/store/people';
import { personPage } from '@/lib/store/personPage';
import { recordsBehind, requestsBehind } from '@/lib/store/recordsBehind';
import { requestDetail } from '@/lib/store/requestDetail';
import { namesOf, requestRows } from '@/lib/store/rows';
import { summary } from '@/lib/store/summary';
import { facetFields } from '@/lib/summary';
import {
  alex,
  approve,
  asks,
  at,
  autoApprove,
  bea,
  chen,
  dana,
  decides,
  deny,
  fulfilment,
  ours,
  type Person,
  payables,
  record,
  requestId,
  type Said,
} from './build';
import { withStore } from './folding';

const packageIds = [1, 2, 3].map((number) => `7d9b5f3a-0000-4000-8000-00000000000${number}`);
const named = (id: string) => ({ id, name: `Package ${id.at(-1)}` });

interface Told {
  package: string | undefined;
  workspaces: string[];
  records: AuditRecord[];
}

const request = fc.record({
  package: fc.constantFrom(...packageIds, undefined),
  policy: fc.constantFrom(1, 2),
  by: fc.constantFrom(alex, bea),
  approver: fc.constantFrom(chen, dana, bea),
  ending: fc.constantFrom('approved', 'approved', 'approved', 'denied', 'auto', 'pending'),
  reason: fc.constantFrom('for the audit', '', undefined),
  minutes: fc.integer({ min: 1, max: 59 }),
  day: fc.integer({ min: 1, max: 28 }),
  workspaces: fc.constantFrom(['one'], ['two'], ['one', 'two'], []),
});

/** Requests that have nothing in common but people, packages and policies, and changes of the packages. */
const worlds: fc.Arbitrary<Told[]> = fc
  .tuple(
    fc.array(request, { minLength: 4, maxLength: 30 }),
    fc.array(fc.constantFrom(...packageIds), { maxLength: 4 }),
  )
  .map(([requests, changed]) => [
    ...requests.map((each, place) => toldOf(each, place + 1)),
    ...changed.map((id, place) => changeOf(id, place)),
  ]);

function toldOf(each: typeof request extends fc.Arbitrary<infer T> ? T : never, number: number): Told {
  const time = (minute: number) => `${each.day} 08:${String(minute).padStart(2, '0')}`;
  const own: Said = {
    request: number,
    receiver: each.by,
    policy: { id: `3c1d7b20-0000-4000-8000-00000000000${each.policy}`, name: `Policy ${each.policy}` },
    ...(each.package === undefined
      ? { targets: [{ type: 'AccessPackageAssignmentRequest', id: requestId(number) }] }
      : { package: named(each.package) }),
  };
  const decision: Said = { request: number };
  const byApprover = (verdict: 'approved' | 'denied') =>
    decides(verdict, time(each.minutes), each.approver, each.reason, decision);
  const endings: Record<string, AuditRecord[]> = {
    approved: [byApprover('approved'), approve(time(each.minutes), each.approver, own)],
    denied: [byApprover('denied'), deny(time(each.minutes), each.approver, own)],
    auto: [autoApprove(time(each.minutes), own)],
    pending: [],
  };
  const records = [
    asks(time(0), { ...own, by: each.by, reason: each.reason }),
    ...(endings[each.ending] ?? []),
  ];
  return told(each.package, each.workspaces, records);
}

function changeOf(id: string, place: number): Told {
  const by: Person = place % 2 === 0 ? dana : bea;
  const targets = [{ type: 'AccessPackage', ...named(id) }];
  return told(
    id,
    ['one'],
    [
      record('Update access package', `0${place + 1}:00`, by, {
        targets,
        request: 900 + place,
        but: { correlationId: `change ${place}` },
      }),
    ],
  );
}

/** Every workspace holds one of the records at least, the last of them the rest. */
function told(of: string | undefined, workspaces: readonly string[], records: AuditRecord[]): Told {
  const kept = workspaces.slice(0, records.length);
  const marked = records.map((each, place) => ({
    ...each,
    workspaces: kept[Math.min(place, kept.length - 1)] ?? null,
  }));
  return { package: of, workspaces: kept, records: marked };
}

const grants: fc.Arbitrary<Grant[]> = fc.array(
  fc.record({
    packages: fc.option(fc.subarray(packageIds)),
    workspaces: fc.option(fc.subarray(['one', 'two'])),
  }),
  { maxLength: 2 },
);

function isVisible(each: Told, granted: readonly Grant[]): boolean {
  return granted.some(
    ({ packages, workspaces }) =>
      (packages === null || (each.package !== undefined && packages.includes(each.package))) &&
      (workspaces === null ||
        (each.workspaces.length > 0 && each.workspaces.every((one) => workspaces.includes(one)))),
  );
}

const filters: fc.Arbitrary<Clause[]> = fc.constantFrom<Clause[]>(
  [],
  [{ kind: 'text', field: 'q', not: false, terms: ['audit'] }],
  [{ kind: 'any-of', field: 'package', not: false, ids: [packageIds[0] ?? ''], texts: [] }],
  [{ kind: 'any-of', field: 'approver', not: false, ids: [chen.id, dana.id], texts: [] }],
  [{ kind: 'one-of', field: 'outcome', not: true, values: ['approved'] }],
);

const rules: Clause[][] = [
  [{ kind: 'one-of', field: 'outcome', not: false, values: ['denied'] }],
  [{ kind: 'any-of', field: 'requestor', not: false, ids: [alex.id], texts: [] }],
];

/** Everything that can be asked, of everything that could be asked for by its id. */
async function answersOf(
  store: Store,
  scope: readonly Clause[],
  filter: readonly Clause[],
): Promise<unknown> {
  const clauses = [...filter, ...scope];
  const page = { order: null, find: '', page: 1, pageSize: 500 };
  const everyone = [alex, bea, chen, dana].map(({ id }) => id);
  const chosen: Clause[] = [
    { kind: 'any-of', field: 'target', not: false, ids: [...everyone, ...packageIds], texts: [] },
  ];
  const requestIds = Array.from({ length: 31 }, (_, place) => requestId(place));
  return Promise.all([
    summary(store, clauses),
    Promise.all(facetFields.map((field) => searchedFacet(store, clauses, field, 'a'))),
    packages(store, clauses, page),
    withoutPackage(store, clauses),
    people(store, clauses, page),
    withoutPeople(store, clauses),
    Promise.all(packageIds.map((id) => orRefusal(packagePage(store, clauses, id)))),
    Promise.all(everyone.map((id) => orRefusal(personPage(store, clauses, id)))),
    Promise.all(requestIds.map((id) => orRefusal(requestDetail(store, scope, id, null)))),
    huntingQuery(store, scope, { from: null, to: null }, null),
    namesOf(store, [...chosen, ...scope]),
    requestRows(store, clauses, { sort: { by: 'first', descending: false }, page: 1, pageSize: 500 }),
    hiddenBy(store, clauses, rules),
    requestsBehind(store, clauses).then((found) => found && recordsBehind(store, clauses)),
    Promise.all(
      requestIds.map((id) =>
        orRefusal(oneRequest(store, scope, id, null).then((one) => recordsBehind(store, scope, one))),
      ),
    ),
  ]);
}

async function orRefusal<T>(answer: Promise<T>): Promise<T | string> {
  return answer.catch((error: unknown) => {
    if (error instanceof AppError) return `${error.code} ${error.message}`;
    throw error;
  });
}

describe('a reader who may see a part', () => {
  test('is answered everywhere as if there were nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, grants, filters, async (world, granted, filter) => {
        const scope: Clause[] = [{ kind: 'scope', field: 'scope', grants: granted }];
        const whole = world.flatMap(({ records }) => records);
        const part = world.filter((each) => isVisible(each, granted)).flatMap(({ records }) => records);
        const [scoped, alone] = await Promise.all([
          withStore([whole], (store) => answersOf(store, scope, filter), 'tenant'),
          withStore([part], (store) => answersOf(store, [], filter), 'tenant'),
        ]);
        expect(scoped).toEqual(alone);
      }),
      { numRuns: 12 },
    );
  }, 240_000);

  test('is not told the newer names that another workspace alone holds, nor finds anything by them', async () => {
    const kept = (workspaces: string, records: AuditRecord[]) =>
      records.map((each) => ({ ...each, workspaces }));
    const renamed = { ...alex, upn: 'secret.rivera@contoso.example', name: 'Secret Rivera' };
    const package_ = { id: packageIds[0] ?? '', name: 'Package 1' };
    const own = kept('one', [
      asks('08:00', { package: package_ }),
      decides('approved', '09:00', bea, 'ok'),
      approve('09:00', bea, { package: package_ }),
    ]);
    const others = kept('two', [
      asks('5 08:00', { request: 2, by: renamed, package: { ...package_, name: 'Secret package' } }),
    ]);
    await withStore([own, others], async (store) => {
      const scope: Clause[] = [
        { kind: 'scope', field: 'scope', grants: [{ packages: null, workspaces: ['one'] }] },
      ];
      expect(JSON.stringify(await answersOf(store, [], []))).toMatch(/secret/i);
      expect(JSON.stringify(await answersOf(store, scope, []))).not.toMatch(/secret/i);
      const found = await answersOf(store, scope, [
        { kind: 'text', field: 'q', not: false, terms: ['secret'] },
      ]);
      expect(found).toHaveProperty('0.requests', 0);
    });
  });

  test('is not told of a removal that another workspace alone holds', async () => {
    const records = [
      ...[asks('08:00'), decides('approved', '09:00', bea, 'ok'), approve('09:00', bea)].map((each) => ({
        ...each,
        workspaces: 'one',
      })),
      {
        ...ours('Administrator directly removes user access package assignment', '5 10:00', dana, {
          request: 2,
        }),
        workspaces: 'two',
      },
    ];
    await withStore([records], async (store) => {
      const removedAt = async (scope: Clause[]) => {
        const sort = { by: 'first', descending: false } as const;
        const [granted] = await requestRows(store, scope, { sort, page: 1, pageSize: 1 });
        return granted?.removedAt;
      };
      const grants = [{ packages: null, workspaces: ['one'] }];
      expect(await removedAt([])).toBe(at('5 10:00'));
      expect(await removedAt([{ kind: 'scope', field: 'scope', grants }])).toBeNull();
    });
  });

  test('is not told of another service’s record that another workspace alone holds', async () => {
    const created = (id: string, workspaces: string) =>
      record('Add user', '09:00', fulfilment, {
        but: { id, workspaces, category: 'UserManagement', loggedByService: 'Core Directory' },
      });
    const records = [{ ...asks('08:00'), workspaces: 'one' }, created('own', 'one'), created('other', 'two')];
    await withStore([records], async (store) => {
      const told = async (...scope: Clause[]) => {
        const detail = await requestDetail(store, scope, requestId(), null);
        const context = detail.timeline.filter((entry) => entry.context).map((entry) => entry.record);
        return [context, detail.records.length];
      };
      const scopeOf = (...grants: Grant[]): Clause => ({ kind: 'scope', field: 'scope', grants });
      const ofOne = { packages: null, workspaces: ['one'] };
      expect(await told()).toEqual([['other', 'own'], 3]);
      expect(await told(scopeOf({ packages: [payables.id], workspaces: null }))).toEqual([
        ['other', 'own'],
        3,
      ]);
      expect(await told(scopeOf(ofOne))).toEqual([['own'], 2]);
      expect(await told(scopeOf(ofOne, { packages: ['another'], workspaces: null }))).toEqual([['own'], 2]);
    });
  });

  test('and with nothing granted sees nothing', async () => {
    const records = [asks('08:00'), decides('approved', '09:00', bea, 'ok'), approve('09:00', bea)];
    await withStore([records], async (store) => {
      const nothing: Clause[] = [{ kind: 'scope', field: 'scope', grants: [] }];
      const { requests, all, facets } = await summary(store, nothing);
      expect({ requests, all, packages: facets.package.values }).toEqual({
        requests: 0,
        all: 0,
        packages: [],
      });
      await expect(requestDetail(store, nothing, requestId(), null)).rejects.toThrow(/No request/);
    });
  });
});
