import type { Span } from './filter';
import { instantAt, readInstant, ticksOf } from './instant';
import { monthStart, resolved } from './kinds/timeRange';

/**
 * The window of the same length right after a span, or before it with `step` -1, with fixed ends. Whole months of
 * UTC move by months. Null when the span has no two ends, or the window would leave the years 1000 to 9999. `now` is
 * UTC ISO 8601.
 */
export function shiftSpan(span: Span, now: string, step: 1 | -1): Span | null {
  const ends = resolved(span, now);
  if (ends === null || ends.from === null || ends.to === null) return null;
  const months = [monthOf(ends.from), monthOf(ends.to)] as const;
  const [from, to] = months.every((month) => month !== null)
    ? byMonths(Number(months[0]), Number(months[1]), step)
    : byTicks(ticksOf(ends.from), ticksOf(ends.to), step);
  return from === null || to === null ? null : { kind: 'absolute', from, to };
}

type Ends = [from: string | null, to: string | null];

function byMonths(from: number, to: number, step: number): Ends {
  const moved = (to - from) * step;
  return [readInstant(monthStart(from + moved)), readInstant(monthStart(to + moved))];
}

function byTicks(from: bigint, to: bigint, step: number): Ends {
  const moved = (to - from) * BigInt(step);
  return [instantAt(from + moved), instantAt(to + moved)];
}

/** The month that begins at an instant, counted from year 0; null when none does. */
function monthOf(instant: string): number | null {
  const [, year, month] = /^(\d{4})-(\d\d)-01T00:00:00Z$/.exec(instant) ?? [];
  return year === undefined ? null : Number(year) * 12 + Number(month) - 1;
}
