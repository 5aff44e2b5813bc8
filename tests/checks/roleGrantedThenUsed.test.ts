import { asks, autoApprove, bea, dana, ours, requestId } from '../store/build';
import { checking } from './checking';
import { approvalOff, configures, userTarget } from './configuring';

const check = checking('role-granted-then-used');
const add = 'Add Entitlement Management role assignment';
const catalogue = {
  type: 'AccessPackageCatalog',
  id: 'ca7a0000-0000-4000-8000-000000000001',
  name: 'Finance',
};
const manager = 'e2182095-804a-4656-ae11-64734e9b7ae5';
const gives = (time: string, by = dana) =>
  configures(add, time, {
    by,
    targets: [userTarget(bea), catalogue],
    details: [['RoleDefinitionId', manager]],
  });
const assigns = (time: string) => ours('Administrator directly assigns user to access package', time, bea);

check(
  'a role given, and somebody assigned directly within days',
  [gives('5 10:00'), assigns('7 10:00')],
  [
    {
      request: requestId(),
      strength: 'medium',
      sentence:
        'Bea Okafor assigned the access 2 d after being given the role of access package assignment manager by Dana Holm.',
      records: [
        `${add} 5 10:00 Dana Holm 0`,
        'Administrator directly assigns user to access package 7 10:00 Bea Okafor 1',
      ],
    },
  ],
);
check(
  'a role that somebody takes for themselves',
  [gives('5 10:00', bea), assigns('5 10:05')],
  [
    {
      request: requestId(),
      strength: 'strong',
      sentence:
        'Bea Okafor assigned the access 5 m after taking the role of access package assignment manager.',
    },
  ],
);
check(
  'a role given, and the policy changed before a request',
  [gives('5 10:00'), approvalOff('6 10:00', { by: bea }), asks('6 12:00'), autoApprove('6 12:01')],
  [
    {
      request: requestId(),
      strength: 'medium',
      sentence:
        'Bea Okafor changed what governs the access 1 d after being given the role of access package assignment manager by Dana Holm.',
    },
  ],
);
check('a role used after more than a week', [gives('5 10:00'), assigns('13 10:00')], []);
check('a role used before it was given', [assigns('5 09:00'), gives('5 10:00')], []);
check(
  'a role given to somebody who then asks',
  [gives('5 10:00'), asks('5 11:00', { by: bea, receiver: bea })],
  [],
);
