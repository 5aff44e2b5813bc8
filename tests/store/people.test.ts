import { describe, expect } from 'vitest';
import {
  alex,
  asks,
  bea,
  dana,
  decides,
  delivers,
  employees,
  governance,
  gus,
  ours,
  payables,
  requestId,
} from './build';
import { folding } from './folding';

const check = folding();

const renamed = { ...alex, upn: 'alex.stone@contoso.example', name: 'Alex Stone' };
const withoutUser = [
  { type: 'AccessPackageAssignmentRequest', id: requestId() },
  { type: 'AccessPackage', ...payables },
  { type: 'AccessPackageAssignmentPolicy', ...employees },
];

describe('names', () => {
  check(
    'a person keeps the name of the time, the latest beside it',
    [asks('08:00'), asks('4 08:00', { request: 2, by: renamed, receiver: renamed })],
    {
      requestor: alex.upn,
      requestorName: alex.name,
      target: alex.upn,
      latest: { package: null, policy: null, requestor: renamed.upn, target: renamed.upn },
    },
    { requestor: renamed.upn, latest: { package: null, policy: null, requestor: null, target: null } },
  );
  check(
    'a package and a policy keep the name of the time, the latest beside it',
    [
      asks('08:00'),
      ours('Update access package', '4 08:00', dana, {
        targets: [
          { type: 'AccessPackage', id: payables.id.toUpperCase(), name: 'Accounts Payable' },
          { type: 'AccessPackageAssignmentPolicy', id: employees.id, name: 'Everyone' },
        ],
      }),
    ],
    {
      package: 'Payables',
      policy: 'Employees',
      latest: { package: 'Accounts Payable', policy: 'Everyone', requestor: null, target: null },
    },
  );
  check(
    'the latest name is by the time of the record, not by its arrival',
    [
      asks('4 08:00', { request: 2, by: renamed, receiver: renamed }),
      asks('08:00'),
      asks('2 08:00', { request: 3 }),
    ],
    {
      requestor: alex.upn,
      latest: { package: null, policy: null, requestor: renamed.upn, target: renamed.upn },
    },
    { requestor: alex.upn },
    { requestor: renamed.upn, latest: { package: null, policy: null, requestor: null, target: null } },
  );
  check('object ids are one in any case', [asks('08:00', { by: { ...alex, id: alex.id.toUpperCase() } })], {
    requestorId: alex.id,
    targetId: alex.id,
  });
});

describe('requestor', () => {
  check('an application has a name and an id and no principal name', [asks('08:00', { by: governance })], {
    requestor: null,
    requestorName: governance.name,
    requestorId: governance.servicePrincipalId,
    kind: 'on-behalf',
  });
  check(
    'an application without a service principal is known by its app id',
    [
      asks('08:00', {
        by: { name: 'Portal', servicePrincipalId: null, appId: 'A99A0000-0000-4000-8000-000000000001' },
      }),
    ],
    { requestorId: 'a99a0000-0000-4000-8000-000000000001', requestorName: 'Portal' },
  );
  check('nobody in the request record is nobody', [asks('08:00', { by: null })], {
    requestor: null,
    requestorId: null,
    requestorName: null,
    kind: 'request',
  });
  check(
    'another record’s actor is never borrowed',
    [decides('approved', '08:00', bea, 'ok'), delivers('09:00')],
    {
      requestor: null,
      requestorId: null,
      requestorName: null,
      kind: 'unknown',
    },
  );
  check('the address is the actor’s own', [asks('08:00', { but: { callerIp: '192.0.2.1' } })], {
    requestorIp: alex.ip,
  });
  check(
    'the caller’s address stands in where the actor carries none',
    [asks('08:00', { by: gus, receiver: gus, but: { callerIp: '192.0.2.1' } })],
    {
      requestorIp: '192.0.2.1',
    },
  );
});

describe('target', () => {
  check(
    'a target lost to the export’s limits falls back to TargetId, and says so',
    [asks('08:00', { by: bea, targets: withoutUser, details: [['TargetId', alex.id.toUpperCase()]] })],
    {
      targetId: alex.id,
      kind: 'on-behalf',
      warnings: [expect.stringContaining('TargetId')],
    },
  );
  check(
    'without TargetId it falls back to the requestor, and says so',
    [asks('08:00', { targets: withoutUser, but: { targetsCut: true } })],
    {
      target: alex.upn,
      targetId: alex.id,
      kind: 'request',
      warnings: [expect.stringContaining('taken to be the requestor'), expect.stringContaining('targets')],
    },
  );
  check(
    'it is found in another record of the request first',
    [asks('08:00', { by: bea, targets: withoutUser }), delivers('09:00')],
    { target: alex.upn, kind: 'on-behalf' },
  );
  check(
    'the administrator of a direct assignment is never taken for it',
    [ours('Administrator directly assigns user to access package', '08:00', dana, { targets: withoutUser })],
    { target: null, targetId: null, userType: 'unknown', warnings: ['the target is not in the data'] },
  );
  check('TargetUserType tells a guest', [asks('08:00', { details: [['TargetUserType', 'Guest']] })], {
    userType: 'guest',
  });
  check('#EXT# in the principal name tells a guest', [asks('08:00', { by: gus, receiver: gus })], {
    userType: 'guest',
  });
  check(
    'TargetUserType outweighs the principal name',
    [asks('08:00', { by: gus, receiver: gus, details: [['TargetUserType', 'Member']] })],
    {
      userType: 'member',
    },
  );
  check('any other principal name tells a member', [asks('08:00')], { userType: 'member' });
});

check(
  'a request record that names two packages shows the first and says so',
  [
    asks('08:00', {
      targets: [
        ...withoutUser,
        { type: 'AccessPackage', id: 'another', name: 'Another' },
        { type: 'User', id: alex.id, upn: alex.upn },
      ],
    }),
  ],
  {
    package: 'Payables',
    packageId: payables.id,
    warnings: [expect.stringContaining('several access packages')],
  },
);
