import { expect, test } from 'vitest';
import { choose } from '@/components/facets/choose';
import { parseSearch, printSearch } from '@/lib/filter/search';

function check(before: string, value: string, not: boolean, after: string) {
  expect(printSearch(choose(parseSearch(before).filter, 'outcome', value, not))).toBe(after);
}

test('a value joins the choices of its field', () => {
  check('outcome:denied', 'expired', false, 'outcome:denied,expired');
});

test('choosing again takes the choice back', () => {
  check('outcome:denied,expired', 'expired', false, 'outcome:denied');
  check('-outcome:expired', 'expired', true, '');
});

test('a value is never both chosen and left out', () => {
  check('outcome:denied,expired', 'denied', true, 'outcome:expired -outcome:denied');
  check('outcome:expired -outcome:denied', 'denied', false, 'outcome:denied,expired');
});
