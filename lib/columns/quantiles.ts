/** No median and no percentile is told from fewer approvals than this. */
export const medianFrom = 8;

/** To the millisecond, as `round` of DuckDB tells it. */
export function rounded(seconds: number): number {
  const thousandths = seconds * 1000;
  const whole = Math.floor(thousandths);
  return (thousandths - whole >= 0.5 ? whole + 1 : whole) / 1000;
}

/** The value at a place of their order. The values are put into another one. */
export function nth(values: Float64Array, place: number): number {
  let low = 0;
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
