import {
  approve,
  asks,
  autoApprove,
  bea,
  chen,
  decides,
  delivers,
  employees,
  payables,
  portal,
  requestId,
} from '../store/build';
import { checking } from './checking';
import { approvalOff, approvalOn, configures, packageTarget, policyTarget } from './configuring';

const check = checking('policy-weakened-before');
const update = 'Update access package assignment policy';
const guests = { id: '3c1d7b20-0000-4000-8000-000000000002', name: 'Guests' };
const marked = (sentence: string, more: object = {}) => [
  { request: requestId(), strength: 'strong', sentence, ...more },
];
const autoApproved = [asks('10:00'), autoApprove('10:01'), delivers('10:02')];

check(
  'approval switched off, a request that nobody decides, approval on again',
  [approvalOff('09:40'), ...autoApproved, approvalOn('10:24')],
  marked(
    'Dana Holm switched approval off 20 m before it was asked for, and on again 23 m after it was granted.',
    {
      records: [`${update} 09:40 Dana Holm 0`, `${update} 10:24 Dana Holm 0`],
      limits: null,
    },
  ),
);
check(
  'approval switched off and left so, and by another on again after three days',
  [approvalOff('09:40'), ...autoApproved, approvalOn('6 10:24', { by: chen })],
  marked('Dana Holm switched approval off 20 m before it was asked for.', {
    records: [`${update} 09:40 Dana Holm 0`],
  }),
);
check(
  'another person switches it on again',
  [approvalOff('09:40'), ...autoApproved, approvalOn('11:01', { by: chen })],
  marked(
    'Dana Holm switched approval off 20 m before it was asked for, and Chen Wei switched approval on 1 h 00 m after it was granted.',
  ),
);
check(
  'approval switched off between the asking and a grant by nobody',
  [asks('09:00'), approvalOff('09:40'), autoApprove('10:00')],
  marked('Dana Holm switched approval off 20 m before it was granted.'),
);
check(
  'approval off in the details alone, after people had approved under the policy',
  [
    asks('07:00', { request: 2 }),
    decides('approved', '08:00', bea, 'ok', { request: 2 }),
    approve('08:00', bea, { request: 2 }),
    configures(update, '09:40', { details: [['IsApprovalRequiredForAdd', 'False']] }),
    ...autoApproved,
  ],
  marked('Dana Holm switched approval off 20 m before it was asked for.'),
);
check(
  'the details tell a state that an earlier record has too',
  [
    configures(update, '07:00', { details: [['IsApprovalRequiredForAdd', 'False']] }),
    configures(update, '09:40', { details: [['IsApprovalRequiredForAdd', 'False']] }),
    ...autoApproved,
  ],
  [],
);
check(
  'False belongs to another key of the same record',
  [
    configures(update, '09:40', {
      changes: [['IsRequestorJustificationRequired', 'True', 'False']],
      details: [
        ['IsApprovalRequiredForAdd', 'True'],
        ['IsHidden', 'False'],
      ],
    }),
    ...autoApproved,
  ],
  [],
);
check(
  'a request without a policy is matched by its package, and says of how many',
  [
    asks('06:00', { request: 2 }),
    asks('06:00', { request: 3, policy: guests }),
    approvalOff('09:40'),
    asks('10:00', {
      targets: [{ type: 'AccessPackageAssignmentRequest', id: requestId() }, packageTarget()],
    }),
    autoApprove('10:01', { targets: [{ type: 'AccessPackageAssignmentRequest', id: requestId() }] }),
  ],
  marked('Dana Holm switched approval off 20 m before it was asked for.', {
    limits: 'the request names no policy; this is one of 2 of the package',
  }),
);
check(
  'the package of a change without one is that of earlier requests of its policy',
  [
    asks('06:00', { request: 2 }),
    approvalOff('09:40', { targets: [policyTarget()] }),
    asks('10:00', {
      targets: [{ type: 'AccessPackageAssignmentRequest', id: requestId() }, packageTarget()],
    }),
    autoApprove('10:01', { targets: [{ type: 'AccessPackageAssignmentRequest', id: requestId() }] }),
  ],
  marked('Dana Holm switched approval off 20 m before it was asked for.'),
);
check(
  'approval switched on again before it was asked for',
  [approvalOff('08:00'), approvalOn('09:00'), ...autoApproved],
  [],
);
check(
  'approval switched off four days before',
  [approvalOff('1 09:00'), asks('5 10:00'), autoApprove('5 10:01')],
  [],
);
check(
  'approval of another policy of the package switched off',
  [approvalOff('09:40', { targets: [policyTarget(guests), packageTarget()] }), ...autoApproved],
  [],
);
check('approval switched off without success', [approvalOff('09:40', { failed: true }), ...autoApproved], []);
check(
  'approval switched off while a request waits that a person then approves',
  [asks('09:00'), approvalOff('09:40'), decides('approved', '10:00', bea, 'ok'), approve('10:00', bea)],
  [],
);
check('approval switched off before a request that is pending', [approvalOff('09:40'), asks('10:00')], []);
check(
  'more people may ask',
  [
    configures(update, '09:40', { changes: [['SpecificAllowedTargets', 'None', 'AllMemberUsers']] }),
    asks('10:00'),
    decides('approved', '10:30', bea, 'ok'),
    approve('10:30', bea),
    configures(update, '10:40', {
      changes: [['SpecificAllowedTargets', 'AllMemberUsers', 'SpecificDirectoryUsers']],
    }),
  ],
  marked(
    'Dana Holm let more people ask 20 m before it was asked for, and undid it 10 m after it was granted.',
  ),
);
const apart = { targets: [packageTarget(), packageTarget(portal)] };
const grantedByHand = [asks('10:00'), decides('approved', '10:30', bea, 'ok'), approve('10:30', bea)];
check(
  'an incompatibility rule removed, and the receiver holds the other package',
  [
    asks('06:00', { request: 2, package: portal, policy: guests }),
    autoApprove('06:01', { request: 2, package: portal, policy: guests }),
    delivers('06:02', { request: 2, package: portal, policy: guests }),
    configures('Delete incompatible access package', '09:40', apart),
    ...grantedByHand,
    configures('Create incompatible access package', '10:40', apart),
  ],
  marked(
    'Dana Holm removed an incompatibility rule 20 m before it was asked for, and put it back 10 m after it was granted. The receiver already held the other package.',
  ),
);
check(
  'an incompatibility rule removed where the data do not show that the receiver holds the other package',
  [configures('Delete incompatible access package', '09:40', apart), ...grantedByHand],
  [
    {
      request: requestId(),
      strength: 'low',
      sentence: 'Dana Holm removed an incompatibility rule 20 m before it was asked for.',
    },
  ],
);
check(
  'a policy that needs no approval from the start loosens nothing',
  [
    configures('Create access package assignment policy', '09:40', {
      targets: [policyTarget(employees), packageTarget(payables)],
      changes: [['IsApprovalRequiredForAdd', null, 'False']],
    }),
    ...autoApproved,
  ],
  [],
);
