import type { Week } from '@/lib/summary';
import { timeWords } from '@/lib/words/time';
import { clipped } from './plane';

/** The part of the weeks' width that a range of decision times covers; null when it covers all or none. */
export function weeksCovered(
  { from, to }: { from: string | null; to: string | null },
  weeks: readonly Week[],
): [from: number, to: number] | null {
  const [first, last] = [weeks[0], weeks.at(-1)];
  if ((from === null && to === null) || first === undefined || last === undefined) return null;
  const [start, end] = [Date.parse(first.from), Date.parse(last.to)];
  const part = (instant: string) => (Date.parse(instant) - start) / (end - start);
  return clipped(from === null ? 0 : part(from), to === null ? 1 : part(to));
}

/** The Monday on which a week starts, in UTC: `12 Oct`. `now` is UTC ISO 8601. */
export function weekWords(week: Week | undefined, now: string): string {
  return week === undefined ? '' : timeWords(week.from, 'UTC', now).slice(0, -6);
}
