import { expect, test } from 'vitest';
import { type Narrowing, narrowings } from '@/components/request/narrowings';
import { emptyFilter } from '@/lib/filter/fields';
import { printSearch } from '@/lib/filter/search';
import { plain } from '../filter/plainRequest';

const decided = { ...plain, requestedAt: '2026-08-02T22:30:00.5Z', decidedAt: '2026-08-03T08:01:00Z' };

function check(field: Narrowing['field'], timeZone: string, name: string, only: string, not: string) {
  const found = narrowings({ ...decided, timeToApproveSeconds: 12 }, timeZone).find(
    (each) => each.field === field,
  );
  expect(found?.name).toBe(name);
  for (const [sign, text] of [
    [false, only],
    [true, not],
  ] as const) {
    const narrowed = found?.narrow(emptyFilter, sign) ?? emptyFilter;
    expect(printSearch(narrowed)).toBe(text);
    expect([found?.isChosen(emptyFilter, sign), found?.isChosen(narrowed, sign)]).toEqual([false, true]);
  }
}

test('a time to approve is that of its bar in the distribution', () =>
  check('took', 'UTC', '10 s to under 30 s', 'took:10s..30s', '-took:10s..30s'));

test('a time is that of its day in the zone that is shown', () => {
  check(
    'requested',
    'UTC',
    '2 Aug 2026 UTC',
    'after:2026-08-02 before:2026-08-03',
    '-requested:2026-08-02..2026-08-03',
  );
  check(
    'requested',
    'Europe/Berlin',
    '3 Aug 2026 Europe/Berlin',
    'after:2026-08-02T22:00:00Z before:2026-08-03T22:00:00Z',
    '-requested:2026-08-02T22:00:00Z..2026-08-03T22:00:00Z',
  );
  check(
    'decided',
    'UTC',
    '3 Aug 2026 UTC',
    'decidedFrom:2026-08-03 decidedTo:2026-08-04',
    '-decided:2026-08-03..2026-08-04',
  );
});

test('what a request does not have is nothing to narrow by', () => {
  const none = { ...plain, requestedAt: null, decidedAt: null, timeToApproveSeconds: null };
  const named = narrowings(none, 'UTC').map(({ field }) => field);
  expect(named).not.toEqual(expect.arrayContaining(['took']));
  expect(named.filter((field) => field === 'requested' || field === 'decided')).toEqual([]);
});
