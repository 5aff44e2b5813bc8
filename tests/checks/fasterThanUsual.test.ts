import { asks, autoApprove, bea, chen, decides, requestId } from '../store/build';
import { checking } from './checking';
import { approved, history } from './decided';

const check = checking('faster-than-usual');
const few = (count: number, first = 100) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, number) => [
      requestId(first + number),
      `too few to compare (${Math.floor(number / 3) * 3})`,
    ]),
  );
const early = few(9);

check(
  'an approval far below the approver’s own is marked, with its numbers',
  [...history(9), ...approved(1, '20 09:00', '20 09:00:09')],
  [
    {
      request: requestId(1),
      strength: 'medium',
      sentence:
        'Approved 9 s after the request, faster than all 9 approvals by bea.okafor@contoso.example, and than all 9 for the package, in the 180 days up to the day before.',
    },
  ],
  early,
);
check(
  'a quick approval by someone who is always quick is not marked',
  [
    ...Array.from({ length: 9 }, (_, number) =>
      approved(
        100 + number,
        `${3 + Math.floor(number / 3)} 09:0${number}`,
        `${3 + Math.floor(number / 3)} 09:0${number}:10`,
      ),
    ).flat(),
    ...approved(1, '20 09:00', '20 09:00:09'),
  ],
  [],
  early,
);
check(
  'an approval that is the fastest so far by little is not marked',
  [...history(9), ...approved(1, '20 09:00', '20 10:50')],
  [],
  early,
);
check(
  'a burst is not compared with itself, and is told as one sitting',
  [...history(9), ...approved(1, '20 09:00', '20 09:00:09'), ...approved(2, '20 09:00:20', '20 09:00:30')],
  [
    {
      request: requestId(1),
      strength: 'medium',
      sentence:
        'Approved 9 s after the request, faster than all 9 approvals by bea.okafor@contoso.example, and than all 9 for the package, in the 180 days up to the day before. One of 2 decisions in one sitting.',
    },
    {
      request: requestId(2),
      strength: 'medium',
      sentence:
        'Approved 10 s after the request, faster than all 9 approvals by bea.okafor@contoso.example, and than all 9 for the package, in the 180 days up to the day before. One of 2 decisions in one sitting.',
    },
  ],
  early,
);
check('with too few earlier approvals the check says so', [...approved(1, '20 09:00', '20 09:00:09')], [], {
  [requestId(1)]: 'too few to compare (0)',
});
check(
  'a decision before its request has no duration',
  [...history(9), ...approved(1, '20 09:00', '20 08:59')],
  [],
  { ...early, [requestId(1)]: 'order unclear' },
);
check('an automatic approval has no duration', [asks('09:00'), autoApprove('09:00:02')], []);
check(
  'the clock of a second stage starts with the decision of the first',
  [
    ...history(9),
    asks('20 09:00'),
    decides('approved', '20 11:00', chen, 'ok'),
    decides('approved', '20 11:00:20', bea, 'ok'),
  ],
  [
    {
      request: requestId(1),
      strength: 'medium',
      sentence:
        'Approved 20 s after the stage before, faster than all 9 approvals by bea.okafor@contoso.example, and than all 9 for the package, in the 180 days up to the day before.',
    },
  ],
  early,
);
check(
  'a denial is not an approval',
  [...history(9), asks('20 09:00'), decides('denied', '20 09:00:04', bea, 'no')],
  [],
  early,
);
