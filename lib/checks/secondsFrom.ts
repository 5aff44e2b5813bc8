/**
 * SQL for the seconds from one instant to another. Records lie between 1900 and 2200, further apart than 64 bits of
 * nanoseconds reach.
 */
export function secondsFrom(one: string, other: string): string {
  return `((epoch_ns(${other})::HUGEINT - epoch_ns(${one})) / 1e9)`;
}
