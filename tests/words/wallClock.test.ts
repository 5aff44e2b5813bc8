import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wallClock } from '@/lib/words/wallClock';

const [from, to] = [Date.UTC(1000, 0, 1), Date.UTC(9999, 11, 31)];

test('the clocks of UTC show what those of another zone without an offset show', () => {
  fc.assert(
    fc.property(fc.integer({ min: from, max: to }), (at) => {
      expect(wallClock(at, 'UTC')).toEqual(wallClock(at, 'Etc/GMT'));
    }),
  );
});

test('no clock shows what is no instant', () => {
  for (const zone of ['UTC', 'Asia/Kolkata']) expect(() => wallClock(Number.NaN, zone)).toThrow(RangeError);
});
