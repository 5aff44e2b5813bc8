import type { Scatter } from '@/lib/summary';
import type { Block } from './plane';
import { type Offset, roundInstants } from './timeAxis';
import { barCount, barOf } from './tookBars';

export interface Counted {
  requests: number;
  look: number;
}

/** The scatter as cells that keys can move over and that can be counted. */
export interface ScatterGrid {
  /** The times between which the columns lie, epoch milliseconds; one more than there are columns. */
  times: number[];
  /** By column, then by row: the lane first, then the bars of the distribution. */
  counts: Counted[][];
}

const mostColumns = 32;
const rowCount = barCount + 1;

/** The span that the scatter shows, epoch milliseconds, with some air around the first and last mark; null when it is empty. */
export function spanOf({ from, to, cells }: Scatter): { from: number; to: number } | null {
  if (from === null || to === null) return null;
  const ends = [from, to, ...(cells ?? []).flatMap((cell) => [cell.from, cell.to])].map(Date.parse);
  const [first, last] = [Math.min(...ends), Math.max(...ends)];
  const air = Math.max((last - first) * 0.01, 60_000);
  return { from: first - air, to: last + air };
}

/** Counts marks into columns of round times; cells of the server keep their own columns. */
export function gridOf(scatter: Scatter, span: { from: number; to: number }, offset: Offset): ScatterGrid {
  const times = scatter.cells
    ? [...new Set(scatter.cells.flatMap(({ from, to }) => [Date.parse(from), Date.parse(to)]))].sort(
        (a, b) => a - b,
      )
    : [...new Set([span.from, ...roundInstants(span.from, span.to, offset, mostColumns - 1), span.to])];
  const counts = Array.from({ length: times.length - 1 }, () =>
    Array.from({ length: rowCount }, () => ({ requests: 0, look: 0 })),
  );
  const count = (time: number, row: number, requests: number, look: number) => {
    const cell = counts[times.findLastIndex((edge) => edge <= time)]?.[row];
    if (cell === undefined) return;
    cell.requests += requests;
    cell.look += look;
  };
  for (const { from, bar, requests, look } of scatter.cells ?? []) {
    count(Date.parse(from), bar === null ? 0 : bar + 1, requests, look);
  }
  for (const { at, seconds, look } of scatter.marks ?? []) {
    count(Date.parse(at), seconds === null ? 0 : barOf(seconds) + 1, 1, look ? 1 : 0);
  }
  return { times, counts };
}

export function countIn({ counts }: ScatterGrid, block: Block): Counted {
  const sum: Counted = { requests: 0, look: 0 };
  for (const column of counts.slice(block.firstColumn, block.lastColumn + 1)) {
    for (const { requests, look } of column.slice(block.firstRow, block.lastRow + 1)) {
      sum.requests += requests;
      sum.look += look;
    }
  }
  return sum;
}

/** The cell to start from: the one with most that is worth a look, else the fullest. */
export function startOf({ counts }: ScatterGrid): { column: number; row: number } {
  let best = { column: 0, row: 0, look: -1, requests: -1 };
  for (const [column, rows] of counts.entries()) {
    for (const [row, { look, requests }] of rows.entries()) {
      if (look > best.look || (look === best.look && requests > best.requests)) {
        best = { column, row, look, requests };
      }
    }
  }
  return { column: best.column, row: best.row };
}
