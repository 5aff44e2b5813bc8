import { originSeconds } from '../columns/times';
import { decidedAt } from './measures';

/** SQL for the number of the column, `$width` seconds wide, that holds a request's decision time. */
export const columnOf = `floor((epoch_ns(${decidedAt}) // 1000000000 - ${originSeconds}) / $width)`;

/** Where a column starts, UTC ISO 8601. */
export function startOf(column: number, widthSeconds: number): string {
  return new Date((column * widthSeconds + originSeconds) * 1000).toISOString().replace('.000Z', 'Z');
}
