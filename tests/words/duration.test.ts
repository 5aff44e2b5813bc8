import { expect, test } from 'vitest';
import { durationWords, exactDurationWords } from '@/lib/words/duration';

test.each([
  [0, '0 s', '0 s'],
  [0.4, '<1 s', '0.4 s'],
  [9, '9 s', '9 s'],
  [59.999, '59 s', '59.999 s'],
  [60, '1 m', '60 s'],
  [130, '2 m 10 s', '2 m 10 s'],
  [599.9, '9 m 59 s', '9 m 59.9 s'],
  [600, '10 m', '10 m'],
  [2859, '47 m', '47 m 39 s'],
  [3600, '1 h 00 m', '1 h'],
  [10_920, '3 h 02 m', '3 h 2 m'],
  [27_719.876, '7 h 41 m', '7 h 41 m 59.876 s'],
  [86_399, '23 h 59 m', '23 h 59 m 59 s'],
  [100_800, '1 d 4 h', '1 d 4 h'],
  [1_036_800, '12 d', '12 d'],
])('%d seconds are %s, exactly %s', (seconds, words, exact) => {
  expect(durationWords(seconds)).toBe(words);
  expect(exactDurationWords(seconds)).toBe(exact);
});
