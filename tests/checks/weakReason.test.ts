import { approve, asks, bea, chen, decides, delivers, requestId } from '../store/build';
import { checking } from './checking';

const check = checking('weak-reason');

/** Earlier requests under the same policy, each with this reason and answer. */
const usual = (count: number, reason: string | undefined, answer?: string) =>
  Array.from({ length: count }, (_, place) => [
    asks(`1 08:${10 + place}`, { request: 10 + place, reason }),
    decides('approved', `1 09:${10 + place}`, bea, answer, { request: 10 + place }),
    approve(`1 09:${10 + place}:05`, bea, { request: 10 + place }),
  ]).flat();

const granted = (reason: string | undefined, answer: string | undefined) => [
  asks('08:00', { reason }),
  decides('approved', '09:00', bea, answer),
  approve('09:00:02', bea),
  delivers('09:01'),
];

const good = 'Month-end close for the Iberian vendors';
const mark = (strength: string, sentence: string) => [{ request: requestId(), strength, sentence }];

check(
  'both reasons that say nothing are medium',
  [...usual(8, good, 'Reports to me, for the close'), ...granted('.', 'k')],
  mark(
    'medium',
    'The requestor’s reason is “.”, and the approver wrote “k”; 8 of 8 earlier requests under the policy gave one.',
  ),
);
check(
  'a weak reason that the approver answers well is low',
  [...usual(8, good), ...granted('access please', 'Checked with the owner of the vendors')],
  mark(
    'low',
    'The requestor’s reason is “access please”; 8 of 8 earlier requests under the policy gave one.',
  ),
);
check(
  'no reason from either is medium where approvers usually give one',
  [...usual(8, good, 'Reports to me, for the close'), ...granted(undefined, undefined)],
  mark(
    'medium',
    'The requestor gave no reason, and the approver gave none; 8 of 8 earlier requests under the policy gave one.',
  ),
);
check(
  'an approver whom nobody asks for a reason does not count',
  [...usual(8, good), ...granted(undefined, undefined)],
  mark('low', 'The requestor gave no reason; 8 of 8 earlier requests under the policy gave one.'),
);
check(
  'one of two approvers who answers well makes it low, though the other says nothing',
  [
    ...usual(8, good),
    asks('08:00'),
    decides('approved', '09:00', chen, 'Checked with the owner of the vendors'),
    decides('approved', '10:00', bea, 'k'),
    approve('10:00:02', bea),
  ],
  mark('low', 'The requestor gave no reason; 8 of 8 earlier requests under the policy gave one.'),
);
check(
  'an approver who repeats the words of the requestor is low',
  [...usual(8, good), ...granted('Taking over the accruals', 'taking over  the ACCRUALS')],
  mark('low', 'The approver gave the words of the requestor as their own reason.'),
);
check(
  'a policy that asks for no reason marks nobody, once there are enough requests to know',
  [...usual(8, undefined), ...granted(undefined, undefined)],
  [],
  Object.fromEntries(
    Array.from({ length: 8 }, (_, place) => [requestId(10 + place), `too few to compare (${place})`]),
  ),
);
check(
  'a good reason is not marked',
  [...usual(8, good), ...granted('Covering for Bea until Friday', 'ok')],
  [],
);
check(
  'eight characters that say something in Japanese are not weak',
  [...usual(8, good), ...granted('月次決算を担当中', 'ok')],
  [],
);
check(
  'a refused request is not marked',
  [...usual(8, good), asks('08:00', { reason: '.' }), decides('denied', '09:00', bea, 'Why?')],
  [],
);
check('fewer than eight earlier requests are too few', [...usual(3, good), ...granted('.', 'k')], [], {
  [requestId()]: 'too few to compare (3)',
});
