import { expect, test } from 'vitest';
import { lowered } from '@/lib/filter/lowered';

test.each([
  ['Ortega', 'ortega', 'letters are lower-cased'],
  ['E\u0301', 'é', 'a letter and its accent are one character'],
  ['ΟΔΟΣ', 'οδοσ', 'a sigma is the same wherever it stands'],
  ['İI', 'ii', 'a dotted capital I is one letter'],
  ['ẞ', 'ß', 'nothing is folded beyond case'],
  ['\u{10400}', '\u{10428}', 'letters beyond 16 bits are lower-cased'],
])('%s becomes %s: %s', (text, expected) => {
  expect(lowered(text)).toBe(expected);
});
