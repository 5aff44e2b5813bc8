import { decidedAt } from './measures';

/** Monday, 5 January 1970: weeks, days and hours counted from it start where calendars in UTC have them start. */
const originSeconds = 345_600;

/** SQL for the number of the column, `$width` seconds wide, that holds a request's decision time. */
export const columnOf = `floor((epoch_ns(${decidedAt}) // 1000000000 - ${originSeconds}) / $width)`;

/** Where a column starts, UTC ISO 8601. */
export function startOf(column: number, widthSeconds: number): string {
  return new Date((column * widthSeconds + originSeconds) * 1000).toISOString().replace('.000Z', 'Z');
}
