import { expect, test } from 'vitest';
import { fromWallClock, toWallClock } from '@/components/filters/wallClock';

test.each(['2026-01-15T06:30:10Z', '2026-07-01T12:00:00Z', '2028-02-29T23:59:59Z'])(
  'a whole second is read back as the same instant, in UTC and in the zone of the machine: %s',
  (at) => {
    expect(fromWallClock(toWallClock(at, false), false)).toBe(at);
    expect(fromWallClock(toWallClock(at, true), true)).toBe(at);
  },
);

test('a field without seconds is read as the whole minute', () => {
  expect(fromWallClock('2026-10-01T00:00', false)).toBe('2026-10-01T00:00:00Z');
});

test('an empty field is no instant', () => {
  expect([fromWallClock('', false), fromWallClock('', true)]).toEqual([null, null]);
});
