import { tookBounds } from '../summary';
import type { Columns } from './columns';
import type { Answers } from './questions';

/** The place of a time to approve among the bars of the distribution. */
export function barOf(seconds: number): number {
  let low = 0;
  let high: number = tookBounds.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (seconds < (tookBounds[middle] ?? Number.POSITIVE_INFINITY)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Whether a strong or medium check marks a request, from what the column `worth` holds. */
export function isWorthALook(worth: number): boolean {
  return worth > 200;
}

export function barsOf({ row }: Columns, rows: Uint32Array): Answers['bars'][] {
  const requests = new Uint32Array(tookBounds.length + 2);
  const look = new Uint32Array(tookBounds.length + 2);
  const [bars, worth] = [row.bar.values, row.worth.values];
  for (let place = 0; place < rows.length; place++) {
    const at = rows[place] ?? 0;
    const bar = bars[at] ?? 0;
    requests[bar] = (requests[bar] ?? 0) + 1;
    if (isWorthALook(worth[at] ?? 0)) look[bar] = (look[bar] ?? 0) + 1;
  }
  return Array.from({ length: tookBounds.length + 1 }, (_, bar) => ({
    bar,
    requests: requests[bar + 1] ?? 0,
    look: look[bar + 1] ?? 0,
  }));
}
