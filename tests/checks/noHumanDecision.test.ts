import {
  alex,
  approve,
  asks,
  autoApprove,
  bea,
  decides,
  delivers,
  fulfilment,
  ours,
  portal,
  record,
  requestId,
  type Said,
} from '../store/build';
import { checking } from './checking';

const check = checking('no-human-decision', { ids: [], patterns: ['Partner*'] });

/** What fulfilment writes into the directory beside a request. */
const adds = (time: string, assignable: string | null, said: Said = {}) =>
  record('Add member to group', time, fulfilment, {
    ...said,
    but: {
      category: 'GroupManagement',
      loggedByService: 'Core Directory',
      targetResources: JSON.stringify([
        {
          id: alex.id,
          type: 'User',
          displayName: alex.name,
          modifiedProperties: [{ displayName: 'Group.DisplayName', oldValue: null, newValue: '"sg-tier0"' }],
        },
        {
          id: 'f0f0',
          type: 'Group',
          displayName: null,
          modifiedProperties:
            assignable === null
              ? []
              : [{ displayName: 'IsAssignableToRole', oldValue: assignable, newValue: assignable }],
        },
      ]),
    },
  });
const free = (said: Said = {}) => [
  asks('08:00', said),
  autoApprove('08:00:02', said),
  delivers('08:01', said),
];
const strong =
  'Approved by the policy alone, and the grant put its target into the role-assignable group sg-tier0.';

check(
  'a role-assignable group without a decision is strong',
  [...free(), adds('08:00:30', '[true]')],
  [{ request: requestId(), strength: 'strong', sentence: strong }],
);
check('a group that can hold no role is not marked', [...free(), adds('08:00:30', '[false]')], []);
check('a group of which the record says nothing is not marked', [...free(), adds('08:00:30', null)], []);
check(
  'people who decided are not marked',
  [
    asks('08:00'),
    decides('approved', '08:30', bea, 'ok'),
    approve('08:30:02', bea),
    delivers('08:31'),
    adds('08:30:30', '[true]'),
  ],
  [],
);
check('a package listed by name is low', free({ package: portal }), [
  {
    request: requestId(),
    strength: 'low',
    sentence: 'Approved by the policy alone, for a privileged package: listed as privileged.',
    limits: 'no record says that this grant reached a directory role or a group that can hold one',
  },
]);
check(
  'a package that reached a role before is low from then on',
  [
    ours('Administrator directly assigns user to access package', '2 08:00', bea, { request: 3 }),
    asks('3 08:00', { request: 1 }),
    autoApprove('3 08:00:02', { request: 1 }),
    adds('3 08:00:30', '[true]', { request: 1 }),
    asks('4 08:00', { request: 2 }),
    autoApprove('4 08:00:02', { request: 2 }),
  ],
  [
    { request: requestId(1), strength: 'strong', sentence: strong },
    {
      request: requestId(2),
      strength: 'low',
      sentence:
        'Approved by the policy alone, for a privileged package: an earlier grant of it reached the role-assignable group sg-tier0.',
    },
  ],
);

const literal = checking('no-human-decision', { ids: [], patterns: ['%', 'Pay_bles', '(a|P).*', 'a!b%_[*'] });

literal('in a pattern, * alone stands for any text', free(), []);
literal(
  'what another language takes for a sign stands for itself',
  free({ package: { id: portal.id, name: 'A!B%_[ for partners' } }),
  [
    {
      request: requestId(),
      strength: 'low',
      sentence: 'Approved by the policy alone, for a privileged package: listed as privileged.',
    },
  ],
);
