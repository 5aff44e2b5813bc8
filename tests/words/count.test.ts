import { expect, test } from 'vitest';
import { countWords, shareWords } from '@/lib/words/count';

test.each([
  [0, '0'],
  [999, '999'],
  [3482, '3,482'],
  [1_000_000, '1,000,000'],
])('%d is written %s', (count, words) => {
  expect(countWords(count)).toBe(words);
});

test.each([
  [10, 19, null],
  [0, 0, null],
  [10, 20, '50%'],
  [0, 20, '0%'],
  [1, 201, '<1%'],
  [2, 200, '1%'],
  [200, 201, '>99%'],
  [198, 200, '99%'],
  [200, 200, '100%'],
  [1, 3000, '<1%'],
])('%d of %d is %s', (part, whole, words) => {
  expect(shareWords(part, whole)).toBe(words);
});
