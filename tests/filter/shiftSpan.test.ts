import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Span } from '@/lib/filter/filter';
import { shiftSpan } from '@/lib/filter/shiftSpan';

const now = '2026-11-23T14:02:00Z';
const between = (from: string | null, to: string | null): Span => ({ kind: 'absolute', from, to });
const quarter = (which: 'this' | 'last'): Span => ({ kind: 'quarter', which });

describe('the window next to a span', () => {
  test.each<[string, Span, 1 | -1, Span | null]>([
    [
      'before the last 7 days',
      { kind: 'rolling', amount: 7, unit: 'd' },
      -1,
      between('2026-11-09T14:02:00Z', '2026-11-16T14:02:00Z'),
    ],
    [
      'after the last 24 hours',
      { kind: 'rolling', amount: 24, unit: 'h' },
      1,
      between('2026-11-23T14:02:00Z', '2026-11-24T14:02:00Z'),
    ],
    ['before this quarter', quarter('this'), -1, between('2026-07-01T00:00:00Z', '2026-10-01T00:00:00Z')],
    ['before the last one', quarter('last'), -1, between('2026-04-01T00:00:00Z', '2026-07-01T00:00:00Z')],
    ['after the last one', quarter('last'), 1, between('2026-10-01T00:00:00Z', '2027-01-01T00:00:00Z')],
    [
      'before a month is a month, however long',
      between('2026-03-01T00:00:00Z', '2026-04-01T00:00:00Z'),
      -1,
      between('2026-02-01T00:00:00Z', '2026-03-01T00:00:00Z'),
    ],
    [
      'before days and hours is as long as they are',
      between('2026-03-01T08:00:00Z', '2026-03-03T08:00:00Z'),
      -1,
      between('2026-02-27T08:00:00Z', '2026-03-01T08:00:00Z'),
    ],
    [
      'after 100 ns is 100 ns',
      between('2026-03-01T00:00:00Z', '2026-03-01T00:00:00.0000001Z'),
      1,
      between('2026-03-01T00:00:00.0000001Z', '2026-03-01T00:00:00.0000002Z'),
    ],
    ['of all time is none', { kind: 'all' }, -1, null],
    ['of a span with an open end is none', between('2026-03-01T00:00:00Z', null), 1, null],
    [
      'in no year with four digits is none',
      between('1000-01-01T00:00:00Z', '1001-01-01T00:00:00Z'),
      -1,
      null,
    ],
  ])('%s', (_, span, step, expected) => expect(shiftSpan(span, now, step)).toEqual(expected));

  test('touches it, and the way back leads to it', () => {
    const instant = fc
      .date({ min: new Date('1500-01-01'), max: new Date('3000-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().replace(/\.?0*Z$/, 'Z'));
    fc.assert(
      fc.property(instant, instant, fc.constantFrom<[1, -1]>(1, -1), (one, other, step) => {
        fc.pre(one !== other);
        const [from, to] = [one, other].sort((a, b) => Date.parse(a) - Date.parse(b));
        const span = between(from ?? null, to ?? null);
        const next = shiftSpan(span, now, step);
        fc.pre(next !== null && next.kind === 'absolute');
        expect(step === 1 ? next.from : next.to).toBe(step === 1 ? to : from);
        expect(shiftSpan(next, now, step === 1 ? -1 : 1)).toEqual(span);
      }),
    );
  });
});
