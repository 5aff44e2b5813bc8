/** No median and no percentile is told from fewer approvals than this. */
export const medianFrom = 8;

/**
 * Seconds at some quantiles, least first, as `quantile_cont` and `round` of DuckDB tell them, to the millisecond; null
 * from too few. The values are put into another order.
 */
export function secondsAt(values: Float64Array, quantiles: readonly number[]): (number | null)[] {
  let from = 0;
  return quantiles.map((quantile) => {
    if (values.length < medianFrom) return null;
    const place = (values.length - 1) * quantile;
    const below = Math.floor(place);
    const low = nth(values, below, from);
    from = below;
    const part = place - below;
    return rounded(part === 0 ? low : low * (1 - part) + nth(values, below + 1, below + 1) * part);
  });
}

function rounded(seconds: number): number {
  const thousandths = seconds * 1000;
  const whole = Math.floor(thousandths);
  return (thousandths - whole >= 0.5 ? whole + 1 : whole) / 1000;
}

/** The value at a place of their order; those before `from` are known to be no greater than any other. */
function nth(values: Float64Array, place: number, from: number): number {
  let low = from;
  let high = values.length - 1;
  while (low < high) {
    const pivot = middle(values[low] ?? 0, values[(low + high) >>> 1] ?? 0, values[high] ?? 0);
    let left = low;
    let right = high;
    while (left <= right) {
      while ((values[left] ?? 0) < pivot) left += 1;
      while ((values[right] ?? 0) > pivot) right -= 1;
      if (left > right) break;
      const swapped = values[left] ?? 0;
      values[left] = values[right] ?? 0;
      values[right] = swapped;
      left += 1;
      right -= 1;
    }
    if (place <= right) high = right;
    else if (place >= left) low = left;
    else break;
  }
  return values[place] ?? 0;
}

function middle(one: number, two: number, three: number): number {
  return Math.max(Math.min(one, two), Math.min(Math.max(one, two), three));
}

/** Values gathered by group. */
export interface Gathered {
  /** Of one group; they are its own to put into another order. */
  of(group: number): Float64Array;
}

/** Gathers what `visit` tells, twice the same, of groups from 0 to `groups`. */
export function gathered(
  groups: number,
  visit: (tell: (group: number, value: number) => void) => void,
): Gathered {
  const ends = new Uint32Array(groups + 1);
  visit((group) => {
    ends[group + 1] = (ends[group + 1] ?? 0) + 1;
  });
  for (let group = 0; group < groups; group++) ends[group + 1] = (ends[group + 1] ?? 0) + (ends[group] ?? 0);
  const values = new Float64Array(ends[groups] ?? 0);
  const next = ends.slice();
  visit((group, value) => {
    const at = next[group] ?? 0;
    values[at] = value;
    next[group] = at + 1;
  });
  return { of: (group) => values.subarray(ends[group], ends[group + 1]) };
}
