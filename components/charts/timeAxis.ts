import { timeWithYearWords, timeWords } from '@/lib/words/time';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const steps = [minute, 5 * minute, 10 * minute, 30 * minute, hour, 3 * hour, 6 * hour, 12 * hour] as const;
const dayCounts = [1, 2, 7, 14] as const;
const monthCounts = [1, 3, 6, 12, 24, 60] as const;

/** Milliseconds by which the clocks of a zone are ahead of UTC at an instant. */
export type Offset = (instant: number) => number;

export const utc: Offset = () => 0;

/** This machine's zone. */
export const local: Offset = (instant) => -new Date(instant).getTimezoneOffset() * minute;

/**
 * Instants (epoch milliseconds) from `from` to `to` that a clock shows as round: whole minutes, hours, days, Mondays
 * or months, the finest of them that gives no more than `most`.
 */
export function roundInstants(from: number, to: number, offset: Offset, most: number): number[] {
  const shown = (step: (clock: number) => number) => {
    const found: number[] = [];
    for (let clock = step(from + offset(from) - 1); found.length <= most; clock = step(clock)) {
      const instant = clock - offset(clock - offset(clock));
      if (instant > to) return found;
      if (instant >= from) found.push(instant);
    }
    return null;
  };
  for (const step of [...steps.map(everyMilliseconds), ...dayCounts.map(everyDays)]) {
    const found = shown(step);
    if (found) return found;
  }
  for (const months of monthCounts) {
    const found = shown(everyMonths(months));
    if (found) return found;
  }
  return [];
}

/** The next round clock time after one. */
function everyMilliseconds(step: number): (clock: number) => number {
  return (clock) => (Math.floor(clock / step) + 1) * step;
}

/** Weeks start on Monday, which day 4 of the epoch is. */
function everyDays(days: number): (clock: number) => number {
  const start = days % 7 === 0 ? 4 * day : 0;
  return (clock) => everyMilliseconds(days * day)(clock - start) + start;
}

function everyMonths(months: number): (clock: number) => number {
  return (clock) => {
    const date = new Date(clock);
    const now = date.getUTCFullYear() * 12 + date.getUTCMonth();
    const next = (Math.floor(now / months) + 1) * months;
    return Date.UTC(Math.floor(next / 12), next % 12);
  };
}

/** What stands under each round instant: the time of day inside a day, else the day, with its year unless `now`’s. */
export function instantWords(instants: readonly number[], timeZone: string, now: string): string[] {
  return instants.map((instant) => {
    const text = new Date(instant).toISOString();
    const time = timeWithYearWords(text, timeZone).slice(-5);
    return time === '00:00' ? timeWords(text, timeZone, now).slice(0, -6) : time;
  });
}

/** The times between two parts of a span, rounded outward to clock times as fine as a reader can point. */
export function timesBetween(
  span: { from: number; to: number },
  low: number,
  high: number,
  offset: Offset,
): { from: string; to: string } {
  const length = span.to - span.from;
  const step = steps.findLast((each) => each <= length / 300) ?? minute;
  const at = (part: number, round: (steps: number) => number) => {
    const instant = span.from + part * length;
    const ahead = offset(instant);
    return new Date(round((instant + ahead) / step) * step - ahead);
  };
  const from = at(low, Math.floor);
  const to = at(high, Math.ceil);
  return { from: instantText(from), to: instantText(to > from ? to : new Date(from.getTime() + step)) };
}

/** UTC ISO 8601 as the filter writes it, without an empty fraction. */
export function instantText(date: Date): string {
  return date.toISOString().replace(/\.?0*Z$/, 'Z');
}
