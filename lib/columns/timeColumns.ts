/** The columns of time that some rows lie in, each of so many whole hours. */
export interface TimeColumns {
  /** The number of the first one, and how many there are up to the last one. */
  first: number;
  count: number;
  /** The place of the column of an hour, from the first one on. */
  of(hour: number): number;
}

/** `width` is in seconds, a multiple of an hour. Throws when it is none. */
export function columnsIn(hours: Float64Array, rows: Uint32Array, width: number): TimeColumns {
  const wide = width / 3600;
  if (!Number.isInteger(wide)) throw new Error('columns of time are whole hours wide');
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let place = 0; place < rows.length; place++) {
    const hour = hours[rows[place] ?? 0] ?? 0;
    if (hour < least) least = hour;
    if (hour > most) most = hour;
  }
  const first = Math.floor(least / wide);
  return {
    first,
    count: rows.length === 0 ? 0 : Math.floor(most / wide) - first + 1,
    of: (hour) => Math.floor(hour / wide) - first,
  };
}
