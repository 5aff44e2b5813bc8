import { describe, expect, test } from 'vitest';
import { day, lengthAfter, lengthOfPart, newestSlice, oldestSlice, second } from '@/lib/inbound/slices';

const little = { bytes: 1000, tookMs: 100 };

describe('the next slice', () => {
  test.each([
    ['grows after a small answer', day, little, 2 * day],
    ['grows no further than thirty days', 20 * day, little, 30 * day],
    ['stays as it is after a middling one', day, { bytes: 30_000_000, tookMs: 100 }, day],
    ['shrinks after a large one', day, { bytes: 80_000_000, tookMs: 100 }, day / 2],
    ['shrinks after a slow one', day, { bytes: 1000, tookMs: 90_000 }, day / 2],
    ['shrinks no further than a second', second, { bytes: 80_000_000, tookMs: 100 }, second],
  ])('%s', (_, length, answer, expected) => expect(lengthAfter(length, answer)).toBe(expected));
});

describe('a slice that was too much', () => {
  test.each([
    ['is tried by half', day, day / 2],
    ['is tried by half, rounded up, so that it ends', 1999, second],
    ['is not split below a second', second, null],
    ['is not split when it is a rest of less than a second', 10, null],
  ])('%s', (_, length, expected) => expect(lengthOfPart({ from: 0, to: length })).toBe(expected));
});

test('slices are cut from the end that is asked for, and end where the span does', () => {
  expect(newestSlice({ from: 0, to: 10 }, 4)).toEqual({ from: 6, to: 10 });
  expect(newestSlice({ from: 0, to: 10 }, 40)).toEqual({ from: 0, to: 10 });
  expect(oldestSlice({ from: 0, to: 10 }, 4)).toEqual({ from: 0, to: 4 });
});
