/** Where the steps of the time to approve begin, in seconds: eight to each doubling. */
const bounds = Float64Array.from({ length: 230 }, (_, place) => 2 ** (place / 8));

/** More than any step. */
export const tookSteps = bounds.length + 2;

/** The step of a time to approve, from 1 on, which grows with it; 0 for none. */
export function tookStepOf(seconds: number | null): number {
  if (seconds === null || !(seconds > 0)) return 0;
  let low = 0;
  let high = bounds.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (seconds < (bounds[middle] ?? Number.POSITIVE_INFINITY)) high = middle;
    else low = middle + 1;
  }
  return low + 1;
}
