import { describe, expect, test } from 'vitest';
import { dayOf } from '@/lib/filter/day';

describe('the day of a zone that holds an instant', () => {
  test.each([
    ['UTC', '2026-08-03T23:59:59.9999999Z', '2026-08-03T00:00:00Z', '2026-08-04T00:00:00Z'],
    ['UTC', '2026-08-03T00:00:00Z', '2026-08-03T00:00:00Z', '2026-08-04T00:00:00Z'],
    ['Asia/Kolkata', '2026-08-03T18:30:00Z', '2026-08-03T18:30:00Z', '2026-08-04T18:30:00Z'],
    ['Asia/Kolkata', '2026-08-03T18:29:59.9999999Z', '2026-08-02T18:30:00Z', '2026-08-03T18:30:00Z'],
    ['America/Los_Angeles', '2026-08-03T02:00:00Z', '2026-08-02T07:00:00Z', '2026-08-03T07:00:00Z'],
    // Clocks go forward in this night, and back in the next.
    ['Europe/Berlin', '2026-03-29T12:00:00Z', '2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z'],
    ['Europe/Berlin', '2026-10-25T12:00:00Z', '2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z'],
    // There is no midnight: the day starts at one o'clock.
    ['America/Sao_Paulo', '2018-11-04T12:00:00Z', '2018-11-04T03:00:00Z', '2018-11-05T02:00:00Z'],
    // Midnight comes twice: the day before is 25 hours long.
    ['America/Sao_Paulo', '2018-02-17T12:00:00Z', '2018-02-17T02:00:00Z', '2018-02-18T03:00:00Z'],
  ])('%s, %s', (zone, at, from, to) => {
    expect(dayOf(at, zone)).toEqual({ from, to });
  });

  test('there is none past the years that are read', () => {
    expect(dayOf('9999-12-31T12:00:00Z', 'UTC')).toBeNull();
  });
});
