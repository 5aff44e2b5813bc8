import { expect, test } from 'vitest';
import { compareInstants, hoursBefore, justAfter, readInstant, writeInstant } from '@/lib/filter/instant';

test.each([
  ['2026-10-01', '2026-10-01T00:00:00Z', '2026-10-01'],
  ['2026-10-01T08:30Z', '2026-10-01T08:30:00Z', '2026-10-01T08:30:00Z'],
  ['2026-10-01T08:30:00.0Z', '2026-10-01T08:30:00Z', '2026-10-01T08:30:00Z'],
  ['2026-10-01T08:30:00.1234567Z', '2026-10-01T08:30:00.1234567Z', '2026-10-01T08:30:00.1234567Z'],
  ['2026-10-01T00:30:00.50+05:30', '2026-09-30T19:00:00.5Z', '2026-09-30T19:00:00.5Z'],
  ['2026-12-31T23:30:00-01:00', '2027-01-01T00:30:00Z', '2027-01-01T00:30:00Z'],
  ['2024-02-29', '2024-02-29T00:00:00Z', '2024-02-29'],
])('%s is the instant %s, written %s', (text, instant, written) => {
  expect(readInstant(text)).toBe(instant);
  expect(writeInstant(instant)).toBe(written);
  expect(readInstant(written)).toBe(instant);
});

test.each([
  '',
  'yesterday',
  '2026',
  '2026-1-1',
  '2026-02-29',
  '2026-13-01',
  '2026-10-01T24:00Z',
  '2026-10-01T08:60Z',
  '2026-10-01T08:30:60Z',
  '2026-10-01T08:30',
  '2026-10-01 08:30Z',
  '2026-10-01T08:30:00.12345678Z',
  '2026-10-01T08:30:00+24:00',
  '0999-01-01',
  '9999-12-31T23:59:00-01:00',
  '1000-01-01T00:00:00+01:00',
  ' 2026-10-01',
  '2026-10-01\n',
])('%j is no instant', (text) => {
  expect(readInstant(text)).toBeNull();
});

test('instants compare at 100 ns, with or without a fraction', () => {
  expect(compareInstants('2026-10-01T00:00:00Z', '2026-10-01T00:00:00.0000001Z')).toBeLessThan(0);
  expect(compareInstants('2026-10-01T00:00:00.5Z', '2026-10-01T00:00:00.49Z')).toBeGreaterThan(0);
  expect(compareInstants('2026-10-01T00:00:00Z', '2026-10-01T00:00:00Z')).toBe(0);
});

test('the next instant is 100 ns later, and the last one has none', () => {
  expect(justAfter('2026-12-31T23:59:59.9999999Z')).toBe('2027-01-01T00:00:00Z');
  expect(justAfter('1969-12-31T23:59:59.5Z')).toBe('1969-12-31T23:59:59.5000001Z');
  expect(justAfter('9999-12-31T23:59:59.9999999Z')).toBe('9999-12-31T23:59:59.9999999Z');
});

test('hours are counted back to the millisecond', () => {
  expect(hoursBefore('2026-03-01T00:00:10.120Z', 24)).toBe('2026-02-28T00:00:10.12Z');
  expect(hoursBefore('2026-03-01T00:00:10.000Z', 0)).toBe('2026-03-01T00:00:10Z');
});
