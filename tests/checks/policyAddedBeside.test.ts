import { approve, asks, autoApprove, bea, decides, requestId } from '../store/build';
import { checking } from './checking';
import { configures, packageTarget, policyTarget } from './configuring';

const check = checking('policy-added-beside');
const open = { id: '3c1d7b20-0000-4000-8000-000000000009', name: 'All members' };
const create = 'Create access package assignment policy';
const inUse = [
  asks('1 08:00', { request: 2 }),
  decides('approved', '1 09:00', bea, 'ok', { request: 2 }),
  approve('1 09:00', bea, { request: 2 }),
];
const adds = (time: string, needsApproval = 'False') =>
  configures(create, time, {
    targets: [policyTarget(open), packageTarget()],
    changes: [['IsApprovalRequiredForAdd', null, needsApproval]],
  });
const uses = (day: number) => [
  asks(`${day} 10:00`, { policy: open }),
  autoApprove(`${day} 10:01`, { policy: open }),
];
const sentence = (duration: string) =>
  `Dana Holm added this policy, which needs no approval, ${duration} before it was asked for. Until then people had approved 1 request for the package under other policies.`;

check(
  'a policy without approval beside one with it, used within three days',
  [...inUse, adds('5 09:00'), ...uses(5)],
  [
    {
      request: requestId(),
      strength: 'strong',
      sentence: sentence('1 h 00 m'),
      records: [`${create} 5 09:00 Dana Holm 0`],
    },
  ],
);
check(
  'a policy without approval beside one with it, used later',
  [...inUse, adds('5 09:00'), ...uses(20)],
  [{ request: requestId(), strength: 'medium', sentence: sentence('15 d 1 h') }],
);
check('the first policy of a package', [adds('5 09:00'), ...uses(5)], []);
check('a new policy that needs approval', [...inUse, adds('5 09:00', 'True'), ...uses(5)], []);
check(
  'requests under the policy that there was before',
  [...inUse, adds('5 09:00'), asks('5 10:00'), autoApprove('5 10:01')],
  [],
);
