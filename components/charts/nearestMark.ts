import type { Mark } from '@/lib/summary';
import type { Point } from './plane';
import { heightOf, lanePlace, tookPlace } from './tookAxis';

/** A mark and where it stands in the plot area. */
export interface PlacedMark {
  mark: Mark;
  at: Point;
}

/** Pixels from a mark within which a pointer means it. */
const reach = 10;

/** The marks with their places, worked out once for every move of a pointer. */
export function placedMarks(marks: readonly Mark[], span: { from: number; to: number }): PlacedMark[] {
  return marks.map((mark) => ({
    mark,
    at: {
      x: (Date.parse(mark.at) - span.from) / (span.to - span.from),
      y: heightOf(mark.seconds === null ? lanePlace : tookPlace(mark.seconds)),
    },
  }));
}

/** The mark that a pointer means; null when none is near. `plot` is the plot area's size in pixels. */
export function nearestMark(
  marks: readonly PlacedMark[],
  { x, y }: Point,
  plot: { width: number; height: number },
): PlacedMark | null {
  let best: PlacedMark | null = null;
  let distance = reach;
  for (const placed of marks) {
    const away = Math.hypot((placed.at.x - x) * plot.width, (placed.at.y - y) * plot.height);
    if (away > distance) continue;
    distance = away;
    best = placed;
  }
  return best;
}
