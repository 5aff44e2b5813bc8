import { tookBounds } from '@/lib/summary';
import { durationWords } from '@/lib/words/duration';

const shortest = tookBounds[0];
const longest = tookBounds[tookBounds.length - 1] ?? shortest;

/** Times to approve stand at their logarithm; below them lies the lane of what no human decided. */
export const lanePlace = -0.75;
const laneTop = -0.3;
export const tookDomain: [lowest: number, highest: number] = [-1.15, 6.3];

/** The times that the axis names, in seconds. */
export const tookTicks = [1, 10, 60, 600, 3600, 28_800, 86_400, 604_800] as const;

/** A round time as axes and bars name it: `1 h`, where a measured one is `1 h 00 m`. */
export function roundWords(seconds: number): string {
  return durationWords(seconds).replace(/ 00 m$/, '');
}

/** Where a time to approve stands on the axis; under 1 s and over 14 d it stands at the end. */
export function tookPlace(seconds: number): number {
  return Math.log10(Math.min(Math.max(seconds, shortest), longest));
}

/** The edges of the rows of the scatter from below: the lane, then one row for each bar of the distribution. */
export const rowEdges: readonly number[] = [
  tookDomain[0],
  laneTop,
  ...tookBounds.map(tookPlace),
  tookDomain[1],
].map(heightOf);

/** A place on the axis as a part of its height, 0 at the bottom. */
export function heightOf(place: number): number {
  return (place - tookDomain[0]) / (tookDomain[1] - tookDomain[0]);
}

/**
 * The times to approve between two heights, in seconds rounded outward to what people say; open where an end of the
 * axis is reached. Inside the lane alone there is no time to approve, so both ends are open.
 */
export function tookBetween(low: number, high: number): { min: number | null; max: number | null } {
  const [from, to] = [placeAt(low), placeAt(high)];
  if (to <= laneTop) return { min: null, max: null };
  return {
    min: from <= tookPlace(shortest) ? null : rounded(10 ** from, Math.floor),
    max: to >= tookPlace(longest) ? null : rounded(10 ** Math.max(to, tookPlace(shortest)), Math.ceil),
  };
}

/** The heights between which a range of times to approve lies; all of it but the lane where the range is open. */
export function heightsOf({ min, max }: { min: number | null; max: number | null }): [number, number] {
  const low = min === null ? laneTop : tookPlace(min);
  const high = max === null ? tookDomain[1] : tookPlace(max);
  return [heightOf(low), heightOf(high)];
}

function placeAt(height: number): number {
  return tookDomain[0] + height * (tookDomain[1] - tookDomain[0]);
}

function rounded(seconds: number, round: (steps: number) => number): number {
  const step = seconds < 60 ? 1 : seconds < 600 ? 10 : seconds < 3600 ? 60 : seconds < 86_400 ? 600 : 3600;
  // The logarithm and back leave a trace beyond the sixth decimal, which must not count as a further step.
  return Math.max(round(Number((seconds / step).toFixed(6))) * step, 1);
}
