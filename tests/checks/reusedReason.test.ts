import { alex, asks, bea, chen, dana, type Person, portal, requestId } from '../store/build';
import { checking } from './checking';

const check = checking('reused-reason');
const ask = (request: number, time: string, by: Person, reason: string) =>
  asks(time, { request, by, receiver: by, reason });

check(
  'the third person with the same words is marked, and not the first two',
  [
    ask(1, '08:00', alex, 'Access for ticket 41'),
    ask(2, '4 08:00', bea, 'access  for TICKET 977'),
    ask(3, '5 08:00', chen, ' Ａccess for ticket 5'),
  ],
  [
    {
      request: requestId(3),
      strength: 'medium',
      sentence: 'The same words were given 3 times in 90 days for this package, by 3 people.',
    },
  ],
);
check(
  'the fifth use by one person is marked',
  [1, 2, 3, 4, 5].map((number) => ask(number, `${number} 08:00`, alex, 'Close of the month')),
  [
    {
      request: requestId(5),
      strength: 'medium',
      sentence: 'The same words were given 5 times in 90 days for this package, by 1 person.',
    },
  ],
);
check(
  'the same words for other packages are no reuse',
  [
    ask(1, '08:00', alex, 'Close of the month'),
    ask(2, '4 08:00', bea, 'Close of the month'),
    asks('5 08:00', { request: 3, by: chen, receiver: chen, package: portal, reason: 'Close of the month' }),
  ],
  [],
);
check(
  'answers to choose from repeat by design',
  Array.from({ length: 20 }, (_, place) =>
    ask(
      place + 10,
      `${place + 1} 08:00`,
      [alex, bea, chen, dana][place % 4] ?? alex,
      place % 2 ? 'Business need' : 'Audit',
    ),
  ),
  [],
);
check(
  'requests without a reason share no words',
  [alex, bea, chen].map((by, place) => asks(`${place + 1} 08:00`, { request: place + 1, by, receiver: by })),
  [],
);
