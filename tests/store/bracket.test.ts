import { describe, expect, test } from 'vitest';
import type { AuditRecord } from '@/lib/audit/record';
import type { Clause } from '@/lib/filter/clause';
import { requestDetail } from '@/lib/store/requestDetail';
import {
  approvalOff,
  approvalOn,
  configures,
  packageTarget,
  policyTarget,
  userTarget,
} from '../checks/configuring';
import { alex, asks, at, autoApprove, bea, dana, employees, payables, portal, requestId } from './build';
import { withStore } from './folding';

const scope: Clause[] = [
  { kind: 'scope', field: 'scope', grants: [{ packages: [payables.id], workspaces: null }] },
];
const catalogue = {
  type: 'AccessPackageCatalog',
  id: 'ca7a0000-0000-4000-8000-000000000001',
  name: 'Finance',
};
const other = { ...catalogue, id: 'ca7a0000-0000-4000-8000-000000000002', name: 'Sales' };
const settings = { type: 'TenantSetting', id: 'ca7a0000-0000-4000-8000-000000000003', name: 'Lifecycle' };
const guests = { id: '3c1d7b20-0000-4000-8000-000000000002', name: 'Guests' };

const bracketOf = (records: readonly AuditRecord[], clauses: Clause[] = []) =>
  withStore([records], async (store) => (await requestDetail(store, clauses, requestId(), null)).bracket);

const granted = [asks('10 10:00'), autoApprove('10 10:01')];
const brief = (found: Awaited<ReturnType<typeof bracketOf>>) =>
  found.map(({ at: time, when, kind, weakens, tightens }) => [
    time.slice(8, 16),
    when,
    kind,
    weakens ?? tightens,
  ]);

describe('the bracket of a request', () => {
  test('tells what was loosened and tightened around it, with old and new values, who and the record', async () => {
    const found = await bracketOf([approvalOff('10 09:40'), ...granted, approvalOn('10 10:24')]);
    expect(found).toEqual([
      {
        at: at('10 09:40'),
        when: 'before',
        operation: 'Update access package assignment policy',
        kind: 'policy',
        change: 'updated',
        actor: dana.upn,
        actorId: dana.id,
        actorName: dana.name,
        policyId: employees.id,
        policy: employees.name,
        ofPolicies: null,
        changes: [{ property: 'IsApprovalRequiredForAdd', before: 'True', after: 'False' }],
        weakens: 'switched approval off',
        tightens: null,
        record: 'Update access package assignment policy 10 09:40 Dana Holm 0',
      },
      expect.objectContaining({ when: 'after', weakens: null, tightens: 'switched approval on' }),
    ]);
  });
  const everything = [
    configures('Create access package', '1 09:00', { targets: [packageTarget(), catalogue] }),
    configures('Update access package', '7 09:59', { targets: [packageTarget()] }),
    configures('Update access package', '7 10:00', { targets: [packageTarget()] }),
    configures('Update access package catalog', '9 11:00', { targets: [catalogue] }),
    configures('Update access package catalog', '9 12:00', { targets: [other] }),
    configures('Add Entitlement Management role assignment', '9 13:00', {
      targets: [userTarget(alex), other],
    }),
    configures('Add Entitlement Management role assignment', '9 14:00', {
      targets: [userTarget(bea), other],
    }),
    configures('Update tenant setting', '9 15:00', { targets: [settings] }),
    configures('Update access package', '9 16:00', { targets: [packageTarget(portal)] }),
    configures('Delete incompatible access package', '10 10:00:30', {
      targets: [packageTarget(portal), packageTarget()],
    }),
    configures('Update access package assignment policy', '13 10:01', { targets: [policyTarget()] }),
    configures('Update access package assignment policy', '13 10:02', { targets: [policyTarget()] }),
    ...granted,
  ];
  test('reaches 72 hours before the asking and after the granting', async () => {
    expect(brief(await bracketOf(everything))).toEqual([
      ['07T10:00', 'before', 'package', null],
      ['09T11:00', 'before', 'catalogue', null],
      ['09T13:00', 'before', 'role', null],
      ['09T15:00', 'before', 'settings', null],
      ['10T10:00', 'during', 'incompatible', 'removed an incompatibility rule'],
      ['13T10:01', 'after', 'policy', null],
    ]);
  });
  test('leaves what is of more than its package to readers who may see everything', async () => {
    expect((await bracketOf(everything, scope)).map(({ kind }) => kind)).toEqual([
      'package',
      'incompatible',
      'policy',
    ]);
  });
  test('says of how many policies one may be when the request names none', async () => {
    const targets = [{ type: 'AccessPackageAssignmentRequest', id: requestId() }, packageTarget()];
    const found = await bracketOf([
      asks('1 06:00', { request: 2 }),
      asks('1 06:00', { request: 3, policy: guests }),
      approvalOff('10 09:40'),
      asks('10 10:00', { targets }),
    ]);
    expect(found.map(({ policy, ofPolicies }) => [policy, ofPolicies])).toEqual([['Employees', 2]]);
  });
});
