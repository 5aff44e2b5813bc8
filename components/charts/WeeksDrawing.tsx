'use client';

import { memo } from 'react';
import { Bar, CartesianGrid, ComposedChart, Line, XAxis, YAxis } from 'recharts';
import type { Week } from '@/lib/summary';
import { countWords } from '@/lib/words/count';
import { axis, inset, margin } from './plotInset';
import { roundWords, tookPlace, tookTicks } from './tookAxis';

/** Room on the right for the second axis. */
export const weeksInset = { ...inset, right: 44 } as const;

const place = (seconds: number | null) => (seconds === null ? null : tookPlace(seconds));

/** Median and 90th percentile as lines over the volume as bars. */
export const WeeksDrawing = memo(function WeeksDrawing({
  weeks,
  shown,
  words,
}: {
  weeks: readonly Week[];
  /** Places of the weeks that the axis names, and what they are called. */
  shown: readonly number[];
  words: readonly string[];
}) {
  const data = weeks.map(({ requests, medianSeconds, p90Seconds }, week) => ({
    week,
    requests,
    median: place(medianSeconds),
    p90: place(p90Seconds),
  }));
  return (
    <ComposedChart
      responsive
      className="size-full"
      margin={{ ...margin, right: 0 }}
      accessibilityLayer={false}
      data={data}
      barCategoryGap={1}
    >
      <CartesianGrid vertical={false} yAxisId="took" />
      <XAxis
        {...axis}
        dataKey="week"
        type="category"
        height={inset.bottom}
        ticks={shown}
        tickFormatter={(_, at: number) => words[at] ?? ''}
      />
      <YAxis
        {...axis}
        yAxisId="took"
        type="number"
        width={weeksInset.left}
        domain={[0, 6.1]}
        ticks={tookTicks.map(tookPlace)}
        tickFormatter={(_, at: number) => roundWords(tookTicks[at] ?? 0)}
      />
      <YAxis
        {...axis}
        interval="preserveStart"
        yAxisId="volume"
        orientation="right"
        width={weeksInset.right}
        domain={[0, (most: number) => Math.max(most, 1)]}
        tickCount={4}
        allowDecimals={false}
        tickFormatter={countWords}
      />
      <Bar yAxisId="volume" dataKey="requests" className="bar-context" isAnimationActive={false} />
      <Line
        yAxisId="took"
        dataKey="p90"
        className="line-p90"
        dot={{ r: 2 }}
        isAnimationActive={false}
        activeDot={false}
      />
      <Line
        yAxisId="took"
        dataKey="median"
        className="line-median"
        dot={{ r: 2 }}
        isAnimationActive={false}
        activeDot={false}
      />
    </ComposedChart>
  );
});
