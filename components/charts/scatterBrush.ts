import type { InstantRange, NumberRange } from '@/lib/filter/filter';
import { type Area, type Block, clipped } from './plane';
import type { ScatterGrid } from './scatterGrid';
import { instantText, type Offset, timesBetween } from './timeAxis';
import { heightsOf, tookBetween } from './tookAxis';
import { rangeOfBars } from './tookBars';

/** The two ranges that a brush over the scatter stands for. */
export interface ScatterRange {
  decided: InstantRange;
  took: NumberRange;
}

interface Span {
  from: number;
  to: number;
}

const everyTime: InstantRange = { from: null, to: null };

/** The ranges of a dragged area; a direction that it covers from end to end is left open. */
export function rangeOfArea({ left, right, bottom, top }: Area, span: Span, offset: Offset): ScatterRange {
  const all = left <= 0 && right >= 1;
  return {
    decided: all ? everyTime : timesBetween(span, left, right, offset),
    took: tookBetween(bottom, top),
  };
}

/** The ranges of a block of cells, to the cells' own edges. A block of the lane alone is about times only. */
export function rangeOfBlock(
  { firstColumn, lastColumn, firstRow, lastRow }: Block,
  { times }: ScatterGrid,
): ScatterRange {
  const [from, to] = [times[firstColumn], times[lastColumn + 1]];
  return {
    decided:
      from === undefined || to === undefined
        ? everyTime
        : { from: instantText(new Date(from)), to: instantText(new Date(Math.ceil(to))) },
    took: lastRow === 0 ? { min: null, max: null } : rangeOfBars(Math.max(firstRow - 1, 0), lastRow - 1),
  };
}

/** Where a brush lies on the scatter; null when there is none, or when it lies outside of what is drawn. */
export function areaOfRange({ decided, took }: ScatterRange, span: Span): Area | null {
  const timed = decided.from !== null || decided.to !== null;
  const measured = took.min !== null || took.max !== null;
  if (!timed && !measured) return null;
  const part = (instant: string) => (Date.parse(instant) - span.from) / (span.to - span.from);
  const across = clipped(
    decided.from === null ? 0 : part(decided.from),
    decided.to === null ? 1 : part(decided.to),
  );
  const along = measured ? clipped(...heightsOf(took)) : ([0, 1] as const);
  if (across === null || along === null) return null;
  return { left: across[0], right: across[1], bottom: along[0], top: along[1] };
}
