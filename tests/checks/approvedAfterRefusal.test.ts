import { approve, asks, bea, chen, decides, deny, ours, portal, requestId } from '../store/build';
import { checking } from './checking';

const check = checking('approved-after-refusal');
const denied = [asks('1 08:00'), decides('denied', '1 09:00', bea, 'No'), deny('1 09:00:02', bea)];
const approvedBy = (by: typeof bea, day = 3, of = {}) => [
  asks(`${day} 08:00`, { request: 2, ...of }),
  decides('approved', `${day} 09:00`, by, 'ok', { request: 2 }),
  approve(`${day} 09:00:02`, by, { request: 2, ...of }),
];

check(
  'denied by one and approved by another is marked',
  [...denied, ...approvedBy(chen)],
  [
    {
      request: requestId(2),
      strength: 'medium',
      sentence:
        'bea.okafor@contoso.example denied an earlier request for the same access; chen.wei@contoso.example approved this one 2 d later.',
    },
  ],
);
check(
  'left to expire and then approved is marked, and who was asked is not known',
  [
    asks('1 08:00'),
    ours('Access package assignment request timed out (no approver action taken)', '2 08:00', null),
    ...approvedBy(chen),
  ],
  [
    {
      request: requestId(2),
      strength: 'medium',
      sentence:
        'An earlier request for the same access expired without an answer; chen.wei@contoso.example approved this one 1 d 1 h later.',
      limits: 'the log does not say who had been asked the first time',
    },
  ],
);
check('an approver who thinks again is not marked', [...denied, ...approvedBy(bea)], []);
check('more than seven days later is not marked', [...denied, ...approvedBy(chen, 9)], []);
check('another package is not marked', [...denied, ...approvedBy(chen, 3, { package: portal })], []);
