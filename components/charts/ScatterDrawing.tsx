'use client';

import { memo } from 'react';
import { CartesianGrid, ScatterChart, XAxis, YAxis } from 'recharts';
import type { Scatter } from '@/lib/summary';
import { axis, inset, margin } from './plotInset';
import { ScatterCells } from './ScatterCells';
import { ScatterMarks } from './ScatterMarks';
import { lanePlace, roundWords, tookDomain, tookPlace, tookTicks } from './tookAxis';

const tickPlaces = [lanePlace, ...tookTicks.map(tookPlace)];
/** There is no room for the words of 8 h between those of 1 h and 1 d; its line stays. */
const tickWords = ['no one', ...tookTicks.map((seconds) => (seconds === 28_800 ? '' : roundWords(seconds)))];

/** The scatter's axes and marks. */
export const ScatterDrawing = memo(function ScatterDrawing({
  scatter,
  span,
  times,
  timeWords,
}: {
  scatter: Scatter;
  span: { from: number; to: number };
  /** Instants that the axis names, epoch milliseconds, and what they are called. */
  times: readonly number[];
  timeWords: readonly string[];
}) {
  // The marks are no items of recharts, which lays out its axes only where it has some data.
  const ends = [
    { at: span.from, place: tookDomain[0] },
    { at: span.to, place: tookDomain[1] },
  ];
  return (
    <ScatterChart responsive className="size-full" margin={margin} accessibilityLayer={false} data={ends}>
      <CartesianGrid vertical={false} />
      <XAxis
        {...axis}
        dataKey="at"
        type="number"
        domain={[span.from, span.to]}
        height={inset.bottom}
        ticks={times}
        tickFormatter={(_, place: number) => timeWords[place] ?? ''}
      />
      <YAxis
        {...axis}
        dataKey="place"
        type="number"
        domain={tookDomain}
        width={inset.left}
        ticks={tickPlaces}
        tickFormatter={(_, place: number) => tickWords[place] ?? ''}
      />
      {scatter.cells ? <ScatterCells cells={scatter.cells} /> : <ScatterMarks marks={scatter.marks ?? []} />}
    </ScatterChart>
  );
});
