import { approve, asks, autoApprove, bea, decides, delivers, ours, requestId } from '../store/build';
import { checking } from './checking';

const check = checking('no-approval-record');

check(
  'delivered without any approval is marked',
  [asks('08:00'), delivers('09:00')],
  [
    {
      request: requestId(),
      strength: 'medium',
      sentence: 'The access was delivered, and no record says that anybody or any policy approved it.',
    },
  ],
);
check(
  'near the start of the data the approval can lie before them',
  [asks('1 08:00', { request: 2 }), delivers('2 09:00')],
  [
    {
      request: requestId(),
      strength: 'low',
      sentence:
        'The access was delivered, and the data hold neither the request nor an approval or assignment.',
      limits: 'the data begin 1 day before its first record: the approval can lie before them',
    },
  ],
);
check(
  'an approval by people is a record',
  [asks('08:00'), decides('approved', '08:30', bea, 'ok'), approve('08:30:02', bea), delivers('09:00')],
  [],
);
check(
  'an approval by the policy is a record',
  [asks('08:00'), autoApprove('08:00:02'), delivers('09:00')],
  [],
);
check(
  'a direct assignment needs none',
  [ours('Administrator directly assigns user to access package', '08:00', bea), delivers('09:00')],
  [],
);
check('a request that waits is not marked', [asks('08:00')], []);
