import type { Columns } from './columns';
import type { Answers } from './questions';
import { columnsIn } from './timeColumns';
import { tookOfGroups } from './tookOfGroups';

/** The columns of time, `width` seconds wide, that hold a request. */
export function weeksOf({ row }: Columns, rows: Uint32Array, width: number): Answers['weeks'][] {
  const hours = row.decidedHour.values;
  const span = columnsIn(hours, rows, width);
  /** One more than the place among those columns that hold a request, which may lie far apart. */
  const groupOf = new Uint32Array(span.count);
  const places: number[] = [];
  const requests: number[] = [];
  const groups = new Uint32Array(rows.length);
  for (let each = 0; each < rows.length; each++) {
    const place = span.of(hours[rows[each] ?? 0] ?? 0);
    let group = groupOf[place] ?? 0;
    if (group === 0) {
      group = places.push(place);
      requests.push(0);
      groupOf[place] = group;
    }
    groups[each] = group - 1;
    requests[group - 1] = (requests[group - 1] ?? 0) + 1;
  }
  const took = tookOfGroups(row, { rows, groups, count: places.length }, [0.5, 0.9]);
  return places.map((place, group) => {
    const { byPeople = 0, seconds = [] } = took[group] ?? {};
    const [medianSeconds = null, p90Seconds = null] = seconds;
    return {
      column: span.first + place,
      requests: requests[group] ?? 0,
      byPeople,
      medianSeconds,
      p90Seconds,
    };
  });
}
