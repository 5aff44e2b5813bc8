import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDuration, writeDuration } from '@/lib/filter/duration';

test.each([
  ['60s', 60, '60s'],
  ['2m', 120, '2m'],
  ['1h30m', 5400, '1h30m'],
  ['1.5h', 5400, '1h30m'],
  ['90m', 5400, '1h30m'],
  ['1d4h', 100_800, '1d4h'],
  ['0s', 0, '0s'],
  ['0.001s', 0.001, '0.001s'],
  ['2m0.5s', 120.5, '2m0.5s'],
  ['0.1m', 6, '6s'],
])('%s is %d seconds, written %s', (text, seconds, written) => {
  expect(readDuration(text)).toBe(seconds);
  expect(writeDuration(seconds)).toBe(written);
});

test.each(['', '60', 's', '1.s', '.5s', '-1s', '1s1m', '1m1m', '1w', '1 m', '1e3s', '0.0000001s'])(
  '%j is no duration',
  (text) => {
    expect(readDuration(text)).toBeNull();
  },
);

test('every number of seconds with up to six decimals is written without loss', () => {
  const seconds = fc
    .tuple(fc.integer({ min: 0, max: 9_999_999_999 }), fc.integer({ min: 0, max: 999_999 }))
    .map(([whole, micros]) => Number(`${whole}.${String(micros).padStart(6, '0')}`));
  fc.assert(
    fc.property(seconds, (value) => {
      expect(readDuration(writeDuration(value))).toBe(value);
    }),
    {
      numRuns: 1000,
    },
  );
});
