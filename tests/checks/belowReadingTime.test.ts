import { asks, autoApprove, requestId } from '../store/build';
import { checking } from './checking';
import { approved } from './decided';

const check = checking('below-reading-time');
const marked = (sentence: string) => [{ request: requestId(1), strength: 'medium', sentence }];
const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ');

check(
  'forty words cannot be read in eleven seconds',
  approved(1, '09:00', '09:00:11', { reason: words(40) }),
  marked('Approved 11 s after the request; opening it and reading the 40 words of the reason takes 12 s.'),
);
check('they can be read in twelve', approved(1, '09:00', '09:00:12', { reason: words(40) }), []);
check(
  'two characters count for a word where words are written without spaces',
  approved(1, '09:00', '09:00:03', { reason: '月次決算のために閲覧権限が必要です' }),
  marked('Approved 3 s after the request; opening it and reading the 9 words of the reason takes 4 s.'),
);
check(
  'punctuation alone is no word',
  approved(1, '09:00', '09:00:03', { reason: '- - - - - - - - - - - -' }),
  [],
);
check(
  'without a reason there is still the request to open',
  approved(1, '09:00', '09:00:01', {}),
  marked('Approved 1 s after the request; opening a request takes 2 s.'),
);
check(
  'answers are read as well as the reason',
  approved(1, '09:00', '09:00:11', { reason: words(4), details: [['Justification', words(36)]] }),
  marked('Approved 11 s after the request; opening it and reading the 40 words of the reason takes 12 s.'),
);
check(
  'an automatic approval is not read',
  [asks('09:00', { reason: words(40) }), autoApprove('09:00:01')],
  [],
);
