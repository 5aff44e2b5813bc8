'use client';

import { useXAxisScale, useYAxisScale } from 'recharts';
import type { Mark } from '@/lib/summary';
import { dots, type Spot, ticks, triangles } from './paths';
import { lanePlace, tookPlace } from './tookAxis';

/** One request each, told apart by shape: three paths in all, however many marks there are. */
export function ScatterMarks({
  marks,
  span,
}: {
  marks: readonly Mark[];
  span: { from: number; to: number };
}) {
  const across = useXAxisScale();
  const up = useYAxisScale();
  if (!across || !up) return null;
  const usual: Spot[] = [];
  const look: Spot[] = [];
  const lane: Spot[] = [];
  for (const mark of marks) {
    const x = across((Date.parse(mark.at) - span.from) / (span.to - span.from));
    const y = up(mark.seconds === null ? lanePlace : tookPlace(mark.seconds));
    if (x === undefined || y === undefined) continue;
    (mark.look ? look : mark.seconds === null ? lane : usual).push({ x, y });
  }
  return (
    <>
      <path className="mark-usual" d={dots(usual)} />
      <path className="mark-lane" d={ticks(lane, 9)} />
      <path className="mark-look" d={triangles(look, 4.5)} />
    </>
  );
}
