import { expect, test } from 'vitest';
import { withTyped } from '@/components/filters/typed';
import { parseSearch, printSearch } from '@/lib/filter/search';

function check(before: string, text: string, after: string) {
  expect(printSearch(withTyped(parseSearch(before).filter, text))).toBe(after);
}

test('typed choices join those of their field', () => {
  check('outcome:denied', 'outcome:expired -approver:ortega', '-approver:ortega outcome:denied,expired');
});

test('words join the words before', () => {
  check('needed', 'access', 'needed access');
});

test('a typed range takes the place of the one before', () => {
  check('took:>=2h', 'took:<60s', 'took:<60s');
  check('range:7d by:decided', 'after:2026-10-01', 'after:2026-10-01 by:decided');
});

test('typed ranges to leave out join those before, and decision times take the place of theirs', () => {
  check('-took:<1s', '-took:>=7d -decided:..2026-01-01', '-took:<1s -took:>=7d -decided:..2026-01-01');
  check('decidedFrom:2026-08-01', 'decidedTo:2026-08-04', 'decidedTo:2026-08-04');
});

test('which time is meant can be typed alone, both ways', () => {
  check('range:7d', 'by:decided', 'range:7d by:decided');
  check('range:7d by:decided', 'by:requested', 'range:7d');
});

test('a part that cannot be used adds nothing', () => {
  check('needed', 'outcme:denied', 'needed');
});
