'use client';

import { useXAxisScale, useYAxisScale } from 'recharts';
import type { Cell } from '@/lib/summary';
import { boxes, triangles } from './paths';
import { rowEdges, tookDomain } from './tookAxis';

const shades = [0.2, 0.4, 0.6, 0.8, 1] as const;

/** Too many requests for a mark each: cells that are darker the more they hold, with a triangle where some are worth a look. */
export function ScatterCells({
  cells,
  span,
}: {
  cells: readonly Cell[];
  span: { from: number; to: number };
}) {
  const across = useXAxisScale();
  const up = useYAxisScale();
  if (!across || !up) return null;
  const most = Math.max(...cells.map(({ requests }) => requests), 1);
  const at = (instant: string) => across((Date.parse(instant) - span.from) / (span.to - span.from)) ?? 0;
  const level = (height: number) => up(tookDomain[0] + height * (tookDomain[1] - tookDomain[0])) ?? 0;
  const placed = cells.map((cell) => {
    const row = cell.bar === null ? 0 : cell.bar + 1;
    const [x, right] = [at(cell.from), at(cell.to)];
    const [y, bottom] = [level(rowEdges[row + 1] ?? 1), level(rowEdges[row] ?? 0)];
    const shade = shadeOf(cell.requests, most);
    return { cell, shade, x: x + 0.5, y: y + 0.5, width: right - x - 1, height: bottom - y - 1 };
  });
  return (
    <>
      {[true, false].flatMap((inLane) =>
        shades.map((opacity, shade) => (
          <path
            key={`${inLane} ${opacity}`}
            className={inLane ? 'cell-lane' : 'cell-usual'}
            fillOpacity={opacity}
            d={boxes(placed.filter((box) => (box.cell.bar === null) === inLane && box.shade === shade))}
          />
        )),
      )}
      <path
        className="mark-look"
        d={triangles(
          placed
            .filter(({ cell }) => cell.look > 0)
            .map(({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 })),
          4.5,
        )}
      />
    </>
  );
}

/** The place of a count's shade, by its logarithm: few cells are full, and the thin ones matter too. */
function shadeOf(requests: number, most: number): number {
  return Math.min(Math.floor((shades.length * Math.log(requests)) / Math.log(most + 1)), shades.length - 1);
}
