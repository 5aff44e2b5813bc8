import type { Columns } from './columns';
import { gathered, secondsAt } from './quantiles';
import type { Answers } from './questions';
import { columnsIn } from './timeColumns';

/** The columns of time, `width` seconds wide, that hold a request. */
export function weeksOf({ row }: Columns, rows: Uint32Array, width: number): Answers['weeks'][] {
  const hours = row.decidedHour.values;
  const span = columnsIn(hours, rows, width);
  const requests = new Uint32Array(span.count);
  for (const at of rows) {
    const place = span.of(hours[at] ?? 0);
    requests[place] = (requests[place] ?? 0) + 1;
  }
  const took = row.took.values;
  const seconds = gathered(span.count, (tell) => {
    for (const at of rows) {
      const value = took[at] ?? 0;
      if (value > 0) tell(span.of(hours[at] ?? 0), value);
    }
  });
  return [...requests].flatMap((count, place) => {
    if (count === 0) return [];
    const values = seconds.of(place);
    const [medianSeconds = null, p90Seconds = null] = secondsAt(values, [0.5, 0.9]);
    return [
      { column: span.first + place, requests: count, byPeople: values.length, medianSeconds, p90Seconds },
    ];
  });
}
