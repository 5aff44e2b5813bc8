/**
 * A bound that the store's 64-bit nanoseconds can hold. Records lie between 1900 and 2200, so that a bound
 * beyond those years means the same at their far side. UTC ISO 8601 in and out; null stays null.
 */
export function holdableBound<T extends string | null>(instant: T): T | string {
  if (instant === null) return instant;
  const year = Number(instant.slice(0, 4));
  if (year < 1800) return '1800-01-01T00:00:00Z';
  return year > 2261 ? '2261-01-01T00:00:00Z' : instant;
}

/** SQL for a TIMESTAMP_NS as UTC ISO 8601 text, the trailing zeros of its fraction cut. */
export function instantText(instant: string): string {
  return `regexp_replace(strftime(${instant}, '%Y-%m-%dT%H:%M:%S.%n'), '\\.?0*$', '') || 'Z'`;
}
