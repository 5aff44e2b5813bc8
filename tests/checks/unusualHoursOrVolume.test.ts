import { requestId } from '../store/build';
import { checking } from './checking';
import { approved, history } from './decided';

const check = checking('unusual-hours-or-volume');
const early = Object.fromEntries(
  Array.from({ length: 30 }, (_, number) => [
    requestId(100 + number),
    `too few to compare (${Math.floor(number / 3) * 3})`,
  ]),
);
const sitting = (count: number) =>
  Array.from({ length: count }, (_, number) =>
    approved(1 + number, '20 09:00', `20 11:${10 + number}`),
  ).flat();

check(
  'an approval at night by someone who decides before noon is marked',
  [...history(30), ...approved(1, '20 09:00', '20 23:30')],
  [
    {
      request: requestId(1),
      strength: 'low',
      sentence:
        'Approved between 23:00 and 24:00 UTC: none of 30 earlier decisions by bea.okafor@contoso.example fell within an hour of that.',
    },
  ],
  early,
);
check(
  'an hour beside the usual ones is not marked',
  [...history(30), ...approved(1, '20 09:00', '20 12:30')],
  [],
  early,
);
check(
  'ten on one day are many for someone with three',
  [...history(30), ...sitting(10)],
  Array.from({ length: 10 }, (_, number) => ({
    request: requestId(1 + number),
    strength: 'low',
    sentence: '10 decisions by bea.okafor@contoso.example on that day (UTC), 3 on their median day.',
  })),
  early,
);
check('nine are not', [...history(30), ...sitting(9)], [], early);
check(
  'with too few earlier decisions the check says so',
  [...history(29), ...approved(1, '20 09:00', '20 23:30')],
  [],
  { ...Object.fromEntries(Object.entries(early).slice(0, 29)), [requestId(1)]: 'too few to compare (29)' },
);
