import { approve, asks, autoApprove, bea, chen, decides, deny, ours, requestId } from '../store/build';
import { checking } from './checking';

const check = checking('assigned-after-refusal');
const denied = [asks('1 08:00'), decides('denied', '1 09:00', bea, 'No'), deny('1 09:00:02', bea)];
const assigns = (time: string) =>
  ours('Administrator directly assigns user to access package', time, chen, { request: 2 });

check(
  'denied and then assigned directly is marked',
  [...denied, assigns('2 09:00')],
  [
    {
      request: requestId(2),
      strength: 'medium',
      sentence:
        'bea.okafor@contoso.example denied an earlier request for the same access; it was assigned directly 1 d later.',
    },
  ],
);
check(
  'denied and then approved by the policy alone is marked',
  [...denied, asks('3 08:59', { request: 2 }), autoApprove('3 09:00:02', { request: 2 })],
  [
    {
      request: requestId(2),
      strength: 'medium',
      sentence:
        'bea.okafor@contoso.example denied an earlier request for the same access; this one was approved by the policy alone 2 d later.',
    },
  ],
);
check('assigned after more than seven days is not marked', [...denied, assigns('9 09:00')], []);
check('assigned before the refusal is not marked', [...denied, assigns('1 08:30')], []);
check(
  'a decision by people is for another check',
  [
    ...denied,
    asks('3 08:00', { request: 2 }),
    decides('approved', '3 09:00', chen, 'ok', { request: 2 }),
    approve('3 09:00:02', chen, { request: 2 }),
  ],
  [],
);
