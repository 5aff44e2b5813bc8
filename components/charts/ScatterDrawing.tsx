'use client';

import { memo, useMemo } from 'react';
import { CartesianGrid, ScatterChart, XAxis, YAxis } from 'recharts';
import type { Scatter } from '@/lib/summary';
import { axis, inset, margin } from './plotInset';
import { ScatterCells } from './ScatterCells';
import { ScatterMarks } from './ScatterMarks';
import { lanePlace, roundWords, tookDomain, tookPlace, tookTicks } from './tookAxis';

const tickPlaces = [lanePlace, ...tookTicks.map(tookPlace)];
/** There is no room for the words of 8 h between those of 1 h and 1 d; its line stays. */
const tickWords = ['no one', ...tookTicks.map((seconds) => (seconds === 28_800 ? '' : roundWords(seconds)))];
const tickWordsAt = (_: unknown, place: number) => tickWords[place] ?? '';
const whole = [0, 1];

/**
 * The marks are no items of recharts, which lays out its axes only where it has some data. The span is always 0 to 1
 * for it: what stays the same from one filter to the next costs nothing.
 */
const ends = [
  { at: 0, place: tookDomain[0] },
  { at: 1, place: tookDomain[1] },
];

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
  const axes = useMemo(
    () => (
      <>
        <CartesianGrid vertical={false} />
        <YAxis
          {...axis}
          dataKey="place"
          type="number"
          domain={tookDomain}
          width={inset.left}
          ticks={tickPlaces}
          tickFormatter={tickWordsAt}
        />
        <XAxis
          {...axis}
          dataKey="at"
          type="number"
          domain={whole}
          height={inset.bottom}
          ticks={times.map((time) => (time - span.from) / (span.to - span.from))}
          tickFormatter={(_, place: number) => timeWords[place] ?? ''}
        />
      </>
    ),
    [span, times, timeWords],
  );
  return (
    <ScatterChart responsive className="size-full" margin={margin} accessibilityLayer={false} data={ends}>
      {axes}
      {scatter.cells ? (
        <ScatterCells cells={scatter.cells} span={span} />
      ) : (
        <ScatterMarks marks={scatter.marks ?? []} span={span} />
      )}
    </ScatterChart>
  );
});
