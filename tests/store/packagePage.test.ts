import { describe, expect, test } from 'vitest';
import type { Clause } from '@/lib/filter/clause';
import { packagePage } from '@/lib/store/packagePage';
import { personPage } from '@/lib/store/personPage';
import {
  alex,
  approve,
  asks,
  at,
  bea,
  chen,
  dana,
  decides,
  employees,
  payables,
  portal,
  record,
  type Target,
} from './build';
import { withStore } from './folding';

const guests = { id: '3c1d7b20-0000-4000-8000-000000000002', name: 'Guests' };
const catalogue = {
  type: 'AccessPackageCatalog',
  id: 'ca7a0000-0000-4000-8000-000000000001',
  name: 'Finance',
};

/** A record that changes its first target's properties and belongs to no request. */
function changes(operation: string, time: string, properties: unknown[], ...targets: Target[]) {
  const made = record(operation, time, dana, {
    targets,
    request: 0,
    but: { correlationId: `${operation} ${time}` },
  });
  const [first, ...rest]: Record<string, unknown>[] = JSON.parse(made.targetResources ?? '[]');
  return {
    ...made,
    targetResources: JSON.stringify([{ ...first, modifiedProperties: properties }, ...rest]),
  };
}

const ofPackage = (name = 'Payables') => ({ type: 'AccessPackage', id: payables.id, name });
const ofPolicy = { type: 'AccessPackageAssignmentPolicy', ...employees };
const duration = { displayName: 'DurationInDays', oldValue: '365', newValue: '180' };

const records = [
  asks('08:00', { request: 1, package: { ...payables, name: 'Accounts Payable' } }),
  asks('10:00', { request: 2, policy: guests }),
  ...[1, 2].flatMap((request) => [
    decides('approved', '11:00', bea, 'ok', { request }),
    approve('11:00', bea, { request }),
  ]),
  asks('12:00', { request: 3, by: chen, receiver: chen }),
  asks('12:00', { request: 4, package: portal }),
  changes(
    'Update access package',
    '13:00',
    [{ displayName: 'IsHidden', oldValue: null, newValue: 'True' }],
    ofPackage(),
  ),
  changes('Update access package assignment policy', '09:00', [duration], ofPolicy),
  changes('Create access package', '07:00', [], catalogue, ofPackage('Accounts Payable')),
  changes('Update access package catalog', '14:00', [], catalogue),
  changes(
    'Create incompatible access package',
    '15:00',
    [duration],
    { type: 'AccessPackage', ...portal },
    ofPackage(),
  ),
  changes('Reticulate access package', '16:00', [], ofPackage()),
  changes('Remove access package assignment', '17:00', [], ofPackage(), {
    type: 'User',
    id: alex.id,
    name: alex.name,
  }),
  changes('Update access package', '18:00', [], { type: 'AccessPackage', ...portal }),
];

const scope: Clause[] = [
  { kind: 'scope', field: 'scope', grants: [{ packages: [payables.id], workspaces: null }] },
];
const pageOf = (id: string, clauses: Clause[] = []) =>
  withStore([records], (store) => packagePage(store, clauses, id));

describe('one package', () => {
  test('has its name of today and those it had, and the policies seen, oldest first', async () => {
    const found = await pageOf(payables.id.toUpperCase());
    expect(found).toMatchObject({ id: payables.id, name: 'Payables', formerNames: ['Accounts Payable'] });
    expect(found.policies).toEqual([
      { ...employees, requests: 2, firstAt: at('08:00'), lastAt: at('12:00') },
      { ...guests, requests: 1, firstAt: at('10:00'), lastAt: at('10:00') },
    ]);
  });
  test('tells who approved whom most', async () => {
    expect((await pageOf(payables.id)).pairs).toEqual([
      {
        approverId: bea.id,
        approver: bea.upn,
        requestorId: alex.id,
        requestor: alex.upn,
        requests: 2,
        medianSeconds: null,
      },
    ]);
  });
  test('is narrowed by the filter, but for its own clause; its changes are not', async () => {
    const pending: Clause[] = [
      { kind: 'one-of', field: 'outcome', not: false, values: ['pending'] },
      { kind: 'any-of', field: 'package', not: false, ids: [portal.id], texts: [] },
    ];
    const found = await pageOf(payables.id, pending);
    expect(found.policies.map(({ id, requests }) => [id, requests])).toEqual([[employees.id, 1]]);
    expect([found.pairs, found.configuration.length]).toEqual([[], 6]);
  });
  test('that two tenants hold needs the tenant to be named, of those that the reader may see', async () => {
    const of = (tenant: string, workspaces: string) => ({
      ...asks('08:00'),
      id: tenant,
      tenant,
      workspaces,
    });
    await withStore([[of('one', 'a'), of('two', 'b')]], async (store) => {
      const page = (...clauses: Clause[]) => packagePage(store, clauses, payables.id);
      await expect(page()).rejects.toMatchObject({
        code: 'tenant-needed',
        message: expect.stringContaining('one, two'),
      });
      const two: Clause = { kind: 'one-of', field: 'tenant', not: false, values: ['two'] };
      const ofA: Clause = { kind: 'scope', field: 'scope', grants: [{ packages: null, workspaces: ['a'] }] };
      expect(await page(two)).toMatchObject({ tenant: 'two' });
      expect(await page(ofA)).toMatchObject({ tenant: 'one' });
      await expect(page(ofA, two)).rejects.toMatchObject({ code: 'not-found' });
    });
  });
  test('is not there when no request names it', async () => {
    await expect(pageOf(catalogue.id)).rejects.toThrow('No package');
  });
});

describe('the changes of a package', () => {
  test('are those of itself, its policies and its catalogue, with old and new values, oldest first', async () => {
    const { configuration } = await pageOf(payables.id);
    const told = configuration.map(({ at, operation, changes }) => [at.slice(11, 16), operation, changes]);
    expect(told).toEqual([
      ['07:00', 'Create access package', []],
      [
        '09:00',
        'Update access package assignment policy',
        [{ property: 'DurationInDays', before: '365', after: '180' }],
      ],
      ['13:00', 'Update access package', [{ property: 'IsHidden', before: null, after: 'True' }]],
      ['14:00', 'Update access package catalog', []],
      ['15:00', 'Create incompatible access package', []],
      ['16:00', 'Reticulate access package', []],
    ]);
    expect(configuration[1]).toMatchObject({
      actor: dana.upn,
      actorId: dana.id,
      actorName: dana.name,
      policyId: employees.id,
      policy: employees.name,
      record: expect.stringContaining('Update access package assignment policy'),
    });
  });
  test('leave the catalogue, which other packages share, to readers who may see everything', async () => {
    const { configuration } = await pageOf(payables.id, scope);
    expect(configuration.map(({ operation }) => operation)).not.toContain('Update access package catalog');
    expect(configuration).toHaveLength(5);
  });
  test('are no more where a reader may see a further package', async () => {
    const grants = [portal.id, payables.id].map((id) => ({ packages: [id], workspaces: null }));
    const several: Clause[] = [{ kind: 'scope', field: 'scope', grants }];
    await withStore([records], async (store) => {
      const { configuration } = await packagePage(store, scope, payables.id);
      expect((await packagePage(store, several, payables.id)).configuration).toEqual(configuration);
      expect((await personPage(store, several, alex.id)).configuration).toEqual([]);
    });
  });
  test('made by a person are on their page, for a part only those of one package in it', async () => {
    const own = [...records, asks('19:00', { request: 5, by: dana, receiver: dana })];
    const [all, part] = await withStore([own], (store) =>
      Promise.all([personPage(store, [], dana.id), personPage(store, scope, dana.id)]),
    );
    expect(all.configuration).toHaveLength(7);
    expect(part.configuration.map(({ operation }) => operation)).toEqual([
      'Create access package',
      'Update access package',
      'Reticulate access package',
    ]);
  });
});
