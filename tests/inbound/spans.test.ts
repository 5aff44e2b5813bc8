import { describe, expect, test } from 'vitest';
import { lengthOf, merged, within, without } from '@/lib/inbound/spans';

/** `1-3 5-9` for spans. */
const spans = (text: string) =>
  text
    .split(' ')
    .filter((part) => part !== '')
    .map((part) => {
      const [from = 0, to = 0] = part.split('-').map(Number);
      return { from, to };
    });
const told = (found: readonly { from: number; to: number }[]) =>
  found.map(({ from, to }) => `${from}-${to}`).join(' ');

describe('spans', () => {
  test.each([
    ['apart', '5-9 1-3', '1-3 5-9'],
    ['that touch', '1-3 3-5', '1-5'],
    ['one in another', '1-9 2-3', '1-9'],
    ['that overlap in any order', '4-8 1-5 7-9', '1-9'],
    ['without length', '3-3 5-4', ''],
  ])('merged: %s', (_, given, expected) => expect(told(merged(spans(given)))).toBe(expected));

  test.each([
    ['nothing', '1-9', '', '1-9'],
    ['a middle', '1-9', '3-5', '1-3 5-9'],
    ['both ends', '1-9', '0-2 8-12', '2-8'],
    ['all of it', '1-9', '0-5 5-9', ''],
    ['what lies elsewhere', '1-3', '5-9', '1-3'],
  ])('without %s', (_, given, others, expected) =>
    expect(told(without(spans(given), spans(others)))).toBe(expected),
  );

  test('within bounds', () =>
    expect(told(within(spans('1-3 5-9 11-12'), { from: 2, to: 6 }))).toBe('2-3 5-6'));
  test('their length counts no instant twice', () => expect(lengthOf(spans('1-5 3-7'))).toBe(6));
});
