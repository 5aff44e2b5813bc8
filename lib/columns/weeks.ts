import type { Columns } from './columns';
import { gathered, secondsAt } from './quantiles';
import type { Answers } from './questions';
import { columnAt } from './times';

/** The columns of time, `width` seconds wide, that hold a request. */
export function weeksOf({ row }: Columns, rows: Uint32Array, width: number): Answers['weeks'][] {
  const columns = Float64Array.from(rows, (at) => columnAt(row.decided, at, width));
  const first = columns.reduce((least, column) => Math.min(least, column), Number.POSITIVE_INFINITY);
  const last = columns.reduce((most, column) => Math.max(most, column), Number.NEGATIVE_INFINITY);
  if (last < first) return [];
  const requests = new Uint32Array(last - first + 1);
  for (const column of columns) requests[column - first] = (requests[column - first] ?? 0) + 1;
  const took = row.took.values;
  const seconds = gathered(requests.length, (tell) => {
    for (let place = 0; place < rows.length; place++) {
      const value = took[rows[place] ?? 0] ?? 0;
      if (value > 0) tell((columns[place] ?? first) - first, value);
    }
  });
  return [...requests].flatMap((count, place) => {
    if (count === 0) return [];
    const values = seconds.of(place);
    const [medianSeconds = null, p90Seconds = null] = secondsAt(values, [0.5, 0.9]);
    return [{ column: first + place, requests: count, byPeople: values.length, medianSeconds, p90Seconds }];
  });
}
