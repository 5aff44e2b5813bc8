const grouped = new Intl.NumberFormat('en-US');

/** A whole number with grouping: `3,482`. */
export function countWords(count: number): string {
  return grouped.format(count);
}

/**
 * `part` of `whole` as a whole percent, or null when `whole` is under 20. A share that is not nothing is
 * never `0%`, one that is not all never `100%`.
 */
export function shareWords(part: number, whole: number): string | null {
  return whole < 20 ? null : percentWords(part / whole);
}

/** A share, 0 to 1, as a whole percent; the ends are said of nothing and of all alone. */
export function percentWords(share: number): string {
  const percent = 100 * share;
  if (percent > 0 && percent < 1) return '<1%';
  if (percent > 99 && percent < 100) return '>99%';
  return `${Math.round(percent)}%`;
}
