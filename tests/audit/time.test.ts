import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalTime } from '@/lib/audit/time';

describe('an instant in any export form becomes UTC text with all its digits', () => {
  test.each([
    ['2026-08-03T08:00:00.1234567Z', '2026-08-03T08:00:00.1234567Z'],
    ['2026-08-03T08:00:00.1234567+00:00', '2026-08-03T08:00:00.1234567Z'],
    ['2026-08-03T08:00:00.1234567', '2026-08-03T08:00:00.1234567Z'],
    ['2026-08-03T10:00:00.1234567+02:00', '2026-08-03T08:00:00.1234567Z'],
    ['2026-08-02T22:30:00.0000001-09:30', '2026-08-03T08:00:00.0000001Z'],
    ['2026-08-03T10:00:00+0200', '2026-08-03T08:00:00Z'],
    ['2026-08-03 08:00:00', '2026-08-03T08:00:00Z'],
    ['2026-08-03 08:00:00.5 UTC', '2026-08-03T08:00:00.5Z'],
    ['2026-08-03T08:00Z', '2026-08-03T08:00:00Z'],
    [' 2026-08-03T08:00:00Z ', '2026-08-03T08:00:00Z'],
    ['2026-08-03T08:00:00.0000000Z', '2026-08-03T08:00:00.0Z'],
    ['2026-08-03T08:00:00.1000000Z', '2026-08-03T08:00:00.1Z'],
    ['2026-08-03T08:00:00.999999999Z', '2026-08-03T08:00:00.9999999Z'],
    ['2026-08-03T08:00:00.00000009Z', '2026-08-03T08:00:00.0Z'],
    ['2028-02-29T00:00:00Z', '2028-02-29T00:00:00Z'],
    ['8/3/2026, 8:00:00.123 AM', '2026-08-03T08:00:00.123Z'],
    ['8/3/2026, 12:00:00 AM', '2026-08-03T00:00:00Z'],
    ['12/31/2026 12:30:00 PM', '2026-12-31T12:30:00Z'],
    ['8/3/2026 20:15', '2026-08-03T20:15:00Z'],
  ])('%s', (text, expected) => {
    expect(canonicalTime(text)).toBe(expected);
  });
});

describe('text that is no instant is null', () => {
  test.each([
    '',
    'yesterday',
    '2026-08-03',
    '2026-13-01T00:00:00Z',
    '2026-02-29T00:00:00Z',
    '2026-04-31T00:00:00Z',
    '2026-08-03T24:00:00Z',
    '2026-08-03T08:60:00Z',
    '2026-08-03T08:00:60Z',
    '2026-08-03T08:00:00.Z',
    '2026-08-03T08:00:00.1234567890Z',
    '2026-08-03T08:00:00+24:00',
    '1899-12-31T23:59:59Z',
    '2201-01-01T00:00:00Z',
    '2200-12-31T23:59:59-01:00',
    '0001-01-01T00:00:00Z',
    '13/8/2026, 8:00:00 AM',
    '8/3/2026, 13:00:00 PM',
    '8/3/2026, 0:00:00 AM',
    '1785744000000',
  ])('%j', (text) => {
    expect(canonicalTime(text)).toBeNull();
  });
});

const instants = fc.record({
  seconds: fc.integer({ min: Date.UTC(1900, 0, 2) / 1000, max: Date.UTC(2200, 11, 30) / 1000 }),
  digits: fc.stringMatching(/^\d{1,9}$/),
  offset: fc.integer({ min: -14 * 60, max: 14 * 60 }),
});

describe('every instant from 1900 to 2200', () => {
  test('is the same whatever offset it is written with', () => {
    fc.assert(
      fc.property(instants, ({ seconds, digits, offset }) => {
        const there = new Date((seconds + offset * 60) * 1000).toISOString().slice(0, 19);
        const clock = `${hh(Math.abs(offset) / 60)}:${hh(Math.abs(offset) % 60)}`;
        const here = new Date(seconds * 1000).toISOString().slice(0, 19);
        const text = `${there}.${digits}${offset < 0 ? '-' : '+'}${clock}`;
        expect(canonicalTime(text)).toBe(canonicalTime(`${here}.${digits}Z`));
      }),
    );
  });

  test('keeps its first seven fractional digits but for trailing zeros', () => {
    fc.assert(
      fc.property(instants, ({ seconds, digits }) => {
        const here = new Date(seconds * 1000).toISOString().slice(0, 19);
        const result = canonicalTime(`${here}.${digits}Z`);
        expect(result).toMatch(/^[^.]+\.(?:0|\d{0,6}[1-9])Z$/);
        expect(result?.slice(0, -1).padEnd(27, '0')).toBe(`${here}.${digits.slice(0, 7).padEnd(7, '0')}`);
      }),
    );
  });

  test('stays as it is when written again', () => {
    fc.assert(
      fc.property(instants, ({ seconds, digits }) => {
        const once = canonicalTime(`${new Date(seconds * 1000).toISOString().slice(0, 19)}.${digits}Z`);
        expect(canonicalTime(once ?? '')).toBe(once);
      }),
    );
  });
});

function hh(value: number): string {
  return String(Math.floor(value)).padStart(2, '0');
}
