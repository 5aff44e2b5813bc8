import { expect, test } from 'vitest';
import { agoWords, timeInFull, timeToTheSecondWords, timeWithYearWords, timeWords } from '@/lib/words/time';

const now = '2026-10-18T09:30:00Z';

test.each([
  ['2026-10-17T03:12:45.1234567Z', 'UTC', '17 Oct 03:12'],
  ['2026-10-17T03:12:45Z', 'Asia/Kolkata', '17 Oct 08:42'],
  ['2026-09-07T00:00:00Z', 'UTC', '7 Sep 00:00'],
  ['2025-10-17T03:12:00Z', 'UTC', '17 Oct 2025 03:12'],
  ['2025-12-31T23:30:00Z', 'Asia/Kolkata', '1 Jan 05:00'],
  ['2027-01-01T00:00:00Z', 'UTC', '1 Jan 2027 00:00'],
  ['2026-10-25T00:30:00Z', 'Europe/Berlin', '25 Oct 02:30'],
])('%s in %s is %s', (instant, zone, words) => {
  expect(timeWords(instant, zone, now)).toBe(words);
});

test.each([
  ['2026-10-17T03:12:00Z', '17 Oct 2026 03:12'],
  ['2026-10-17T03:12:45Z', '17 Oct 2026 03:12:45'],
  ['2026-10-17T03:12:00.0000001Z', '17 Oct 2026 03:12:00.0000001'],
  ['2026-10-17T03:12:00.0Z', '17 Oct 2026 03:12'],
])('%s with its year is %s', (instant, words) => {
  expect(timeWithYearWords(instant, 'UTC')).toBe(words);
});

test('a time in full is in UTC, in the reader’s zone and relative to now', () => {
  expect(timeInFull('2026-10-17T03:12:45.1234500Z', 'Asia/Kolkata', now)).toEqual([
    '17 Oct 2026 03:12:45.12345 UTC',
    '17 Oct 2026 08:42:45.12345 Asia/Kolkata',
    '1 day ago',
  ]);
  expect(timeInFull('2026-10-17T03:12:45Z', 'UTC', now)).toEqual(['17 Oct 2026 03:12:45 UTC', '1 day ago']);
});

test.each([
  ['2026-09-11T09:30:00Z', '37 days ago'],
  ['2026-10-17T09:30:01Z', '23 hours ago'],
  ['2026-10-18T09:29:00Z', '1 minute ago'],
  ['2026-10-18T09:29:30Z', 'just now'],
  ['2026-10-18T11:30:00Z', 'in 2 hours'],
  ['2020-10-18T09:30:00Z', '2,191 days ago'],
])('%s is %s', (instant, words) => {
  expect(agoWords(instant, now)).toBe(words);
});

test('a timeline shows whole seconds, none left out', () => {
  expect(timeToTheSecondWords('2026-10-17T03:12:00.1234567Z', 'UTC')).toBe('17 Oct 2026 03:12:00');
  expect(timeToTheSecondWords('2026-10-17T03:12:09Z', 'Asia/Kolkata')).toBe('17 Oct 2026 08:42:09');
});
