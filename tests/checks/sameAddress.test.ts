import { alex, asks, bea, chen, dana, type Person, requestId } from '../store/build';
import { checking } from './checking';
import { approved } from './decided';

const check = checking('same-address');
const at = (person: Person, ip: string | null): Person => ({ ...person, ip });
const one = '192.0.2.77';
const other = (number: number): Person => ({
  ...dana,
  id: `a1e0c0de-0000-4000-8000-0000000001${number}0`,
  ip: one,
});
const both = approved(1, '09:00', '10:00', { by: at(alex, one), approver: at(bea, one) });
const passing = (count: number) =>
  Array.from({ length: count }, (_, number) => asks('08:00', { request: 50 + number, by: other(number) }));

check('two people at an address that nobody else uses are marked', both, [
  {
    request: requestId(1),
    strength: 'medium',
    sentence: `Requestor and approver both came from ${one}, which nobody else used in the 90 days before.`,
  },
]);
check(
  'two others may use it',
  [...both, ...passing(2)],
  [
    {
      request: requestId(1),
      strength: 'medium',
      sentence: `Requestor and approver both came from ${one}, which 2 others used in the 90 days before.`,
    },
  ],
);
check(
  'a requestor who waited for longer than the days looked at still counts as one of the two',
  [
    ...both.map((record, place) =>
      place === 0
        ? { ...record, timeGenerated: '2026-03-01T09:00:00Z', activityDateTime: '2026-03-01T09:00:00Z' }
        : record,
    ),
    ...passing(1),
  ],
  [
    {
      request: requestId(1),
      strength: 'medium',
      sentence: `Requestor and approver both came from ${one}, which one other person used in the 90 days before.`,
    },
  ],
);
check('an address of many is not marked', [...both, ...passing(3)], []);
check('another address is not marked', approved(1, '09:00', '10:00', { approver: chen }), []);
check(
  'a missing address is not the same as another missing one',
  approved(1, '09:00', '10:00', { by: at(alex, null), approver: at(bea, null) }),
  [],
);
check(
  'one person under one object id is not two',
  approved(1, '09:00', '10:00', { by: at(alex, one), approver: at(alex, one) }),
  [],
);
