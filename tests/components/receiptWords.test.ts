import { expect, test } from 'vitest';
import { receiptWords } from '@/components/view/receiptWords';
import type { ReceiptAnswer } from '@/lib/answers';

type Since = NonNullable<ReceiptAnswer['since']>;

const zone = { timeZone: 'UTC', now: '2026-11-23T00:00:00Z' };
const copied = 'the link was copied (data to 18 Oct 14:02 UTC)';

test.each<[Partial<Since>, string]>([
  [{ state: 'same', rowsNow: 214 }, `Same 214 rows as when ${copied}.`],
  [
    { state: 'same', rowsNow: 214, arrived: 2 },
    `Same 214 rows as when ${copied}. New records arrived for 2; no outcome changed.`,
  ],
  [
    { state: 'grown', rowsNow: 217, arrived: 3 },
    `3 rows came after ${copied}. The 214 rows it showed are unchanged.`,
  ],
  [
    { state: 'changed', rowsNow: 212 },
    `Not the same 214 rows as when ${copied}: 212 rows match now; at least 2 rows differ or are gone.`,
  ],
  [
    { state: 'changed', rowsNow: 214, arrived: 1 },
    `Not the same 214 rows as when ${copied}: 214 rows match now. 1 row has a record that arrived since.`,
  ],
  [
    { state: 'outside', rowsNow: 37 },
    `You can see 37 rows; there were 214 when ${copied}. The others lie outside what you may see, or no longer match.`,
  ],
])('%o', (since, words) => {
  const link: Since = {
    state: 'same',
    toldBy: null,
    rows: 214,
    rowsNow: 0,
    arrived: 0,
    asof: '2026-10-18T14:02:59.5Z',
  };
  expect(receiptWords({ ...link, ...since }, zone)).toBe(words);
});

test('numbers are grouped, and one row is one row', () => {
  const link: Since = {
    state: 'grown',
    toldBy: 'first',
    rows: 3482,
    rowsNow: 3483,
    arrived: 1,
    asof: '2026-10-18T14:02:00Z',
  };
  expect(receiptWords(link, zone)).toMatch(/^1 row came after .* The 3,482 rows/);
});
