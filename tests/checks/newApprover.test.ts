import {
  alex,
  approve,
  asks,
  at,
  bea,
  chen,
  dana,
  decides,
  type Person,
  record,
  requestId,
} from '../store/build';
import { checking } from './checking';
import { configures, packageTarget, policyTarget, userTarget } from './configuring';

const check = checking('new-approver');
const update = 'Update access package assignment policy';
const lists = (time: string, ...ids: Person[]) =>
  configures(update, time, {
    changes: [
      ['PrimaryApprovers', JSON.stringify([chen.id]), JSON.stringify([chen.id, ...ids.map(({ id }) => id)])],
    ],
  });
const addsUser = (time: string, user: Person) =>
  record('Add user', time, dana, {
    targets: [userTarget(user)],
    request: 0,
    but: { category: 'UserManagement', loggedByService: 'Core Directory', correlationId: `add ${time}` },
  });
/** The data begin in June. */
const begins = {
  ...asks('1 08:00', { request: 9, by: chen, receiver: chen }),
  ...times('2026-06-01T08:00:00Z'),
};
const approved = [asks('20 10:00'), decides('approved', '20 11:00', bea, 'ok'), approve('20 11:00', bea)];
const decision = 'Request approved 20 11:00 Bea Okafor 1';

function times(instant: string) {
  return { timeGenerated: instant, activityDateTime: instant };
}

check(
  'somebody who was put on the list of approvers days before',
  [begins, lists('17 11:00', bea), ...approved],
  [
    {
      request: requestId(),
      strength: 'medium',
      sentence: 'bea.okafor@contoso.example was made an approver 3 d before approving.',
      records: [decision, `${update} 17 11:00 Dana Holm 0`],
    },
  ],
);
check(
  'an account created weeks before',
  [begins, addsUser('8 11:00', bea), ...approved],
  [
    {
      request: requestId(),
      strength: 'medium',
      sentence: 'bea.okafor@contoso.example approved with an account that was created 12 d before.',
      records: [decision, 'Add user 8 11:00 Dana Holm 0'],
    },
  ],
);
check(
  'both',
  [begins, addsUser('8 11:00', bea), lists('17 11:00', bea), ...approved],
  [
    {
      request: requestId(),
      strength: 'medium',
      sentence:
        'bea.okafor@contoso.example was made an approver 3 d before approving, and has an account that was created 12 d before that.',
    },
  ],
);
check(
  'an account that the data show before its record of creation',
  [
    begins,
    { ...asks('1 08:00', { request: 8, by: bea, receiver: bea }), ...times(at('1 08:00')) },
    addsUser('8 11:00', bea),
    ...approved,
  ],
  [],
);
check('somebody listed more than a week before', [begins, lists('12 11:00', bea), ...approved], []);
check('somebody else was listed', [begins, lists('17 11:00', alex), ...approved], []);
check(
  'listed as an approver of another package',
  [
    begins,
    configures(update, '17 11:00', {
      targets: [
        policyTarget({ id: '3c1d7b20-0000-4000-8000-000000000002', name: 'Guests' }),
        packageTarget({ id: '7d9b5f3a-0000-4000-8000-000000000002', name: 'Partner Portal' }),
      ],
      changes: [['PrimaryApprovers', '[]', JSON.stringify([bea.id])]],
    }),
    ...approved,
  ],
  [],
);
check('the data begin shortly before the decision', [asks('1 08:00', { request: 9 }), ...approved], [], {
  [requestId()]: 'the data begin only 19 days before the decision',
});
check(
  'records nearly three hundred years apart',
  [
    { ...asks('1 08:00', { request: 9, by: chen, receiver: chen }), ...times('1901-06-01T08:00:00Z') },
    { ...asks('20 10:00'), ...times('2199-06-01T10:00:00Z') },
    { ...decides('approved', '20 11:00', bea, 'ok'), ...times('2199-06-01T11:00:00Z') },
  ],
  [],
);
