import type { NumberRange } from '@/lib/filter/filter';
import { tookBounds } from '@/lib/summary';
import { roundWords } from './tookAxis';

/** How many bars the distribution has: one between each two bounds, and an open one at each end. */
export const barCount = tookBounds.length + 1;

/** Place of the bar that holds a time to approve. */
export function barOf(seconds: number): number {
  const bar = tookBounds.findIndex((bound) => seconds < bound);
  return bar < 0 ? tookBounds.length : bar;
}

/** The times that the bars `first` to `last` hold together. */
export function rangeOfBars(first: number, last: number): NumberRange {
  return { min: tookBounds[first - 1] ?? null, max: tookBounds[last] ?? null };
}

/** `10 s to under 30 s`, `under 1 s`, `14 d and longer`. */
export function rangeWords({ min, max }: NumberRange): string {
  if (min === null) return max === null ? 'any time' : `under ${roundWords(max)}`;
  return max === null ? `${roundWords(min)} and longer` : `${roundWords(min)} to under ${roundWords(max)}`;
}

/** Where a time stands along the bars, in bars from the left; inside a bar on its logarithm. */
export function barPlace(seconds: number): number {
  const bar = barOf(seconds);
  const { min, max } = rangeOfBars(bar, bar);
  if (min === null) return max === null ? 0 : Math.max(seconds, 0) / max;
  if (max === null) return bar + 1 - min / seconds;
  return bar + Math.log(seconds / min) / Math.log(max / min);
}

/** The part of the width, 0 to 1, that a range covers; null when it covers all. */
export function barsCovered({ min, max }: NumberRange): [from: number, to: number] | null {
  if (min === null && max === null) return null;
  return [min === null ? 0 : barPlace(min) / barCount, max === null ? 1 : barPlace(max) / barCount];
}
