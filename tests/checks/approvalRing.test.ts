import { alex, bea, chen, dana, type Person, requestId } from '../store/build';
import { checking } from './checking';
import { approved } from './decided';

const check = checking('approval-ring');
const link = (number: number, day: number, by: Person, approver: Person) =>
  approved(number, `${day} 09:00`, `${day} 10:00`, { by, approver });
const first = [...link(1, 3, alex, bea), ...link(2, 4, bea, chen), ...link(3, 5, chen, alex)];
const again = [...link(4, 6, alex, bea), ...link(5, 7, bea, chen), ...link(6, 8, chen, alex)];
const package_ = (number: number) => ({
  id: `7d9b5f3a-0000-4000-8000-0000000001${String(number).padStart(2, '0')}`,
  name: `Package ${number}`,
});
const packages = (count: number) =>
  Array.from({ length: count }, (_, number) =>
    approved(10 + number, `${3 + number} 09:00`, `${3 + number} 10:00`, { package: package_(number) }),
  ).flat();

check(
  'three who approve for each other twice in a circle are marked where it closes',
  [...first, ...again],
  [
    {
      request: requestId(6),
      strength: 'low',
      sentence:
        'alex.rivera@contoso.example approved for chen.wei@contoso.example, bea.okafor@contoso.example for alex.rivera@contoso.example, and chen.wei@contoso.example for bea.okafor@contoso.example, within 90 days.',
    },
  ],
);
check('a circle that closes once is chance', first, []);
check(
  'a chain that does not close is not a ring',
  [...first.slice(0, 4), ...again.slice(0, 4), ...link(7, 9, chen, dana)],
  [],
);
check('eight packages from an approver who approves for nobody else are told', packages(8), [
  {
    request: requestId(17),
    strength: 'low',
    sentence:
      'bea.okafor@contoso.example approved 8 different packages for this requestor in 90 days, and little for others.',
  },
]);
check('seven are not', packages(7), []);
check(
  'a manager who gives many packages to each of several is not marked',
  [
    ...packages(8),
    ...Array.from({ length: 9 }, (_, number) =>
      approved(40 + number, '2 09:00', '2 10:00', { by: number % 2 ? chen : dana }),
    ).flat(),
  ],
  [],
);
