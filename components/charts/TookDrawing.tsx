'use client';

import { memo, useId } from 'react';
import { Bar, BarChart, CartesianGrid, useXAxisScale, useYAxisScale, XAxis, YAxis } from 'recharts';
import type { TookDistribution } from '@/lib/summary';
import { countWords } from '@/lib/words/count';
import { axis, inset, margin } from './plotInset';
import { roundWords, tookTicks } from './tookAxis';
import { barCount, barPlace } from './tookBars';

interface Row {
  place: number;
  usual: number;
  look: number;
}

/** The distribution's bars, hatched for what is worth a look, with the baseline as a stroke for each. */
export const TookDrawing = memo(function TookDrawing({
  took,
  fastSeconds,
}: {
  took: TookDistribution;
  fastSeconds: number | null;
}) {
  const hatch = useId();
  const expected = took.baseline === null ? [] : took.bars.map(({ baseline }) => baseline ?? 0);
  const data = took.bars.map(
    ({ requests, look }, place): Row => ({ place: place + 0.5, usual: requests - look, look }),
  );
  const most = Math.max(...took.bars.map(({ requests }) => requests), ...expected, 1);
  return (
    <BarChart
      responsive
      className="size-full"
      margin={margin}
      accessibilityLayer={false}
      data={data}
      barCategoryGap={1}
    >
      <defs>
        <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className="hatch-ground" width="5" height="5" />
          <rect className="hatch-line" width="1.2" height="5" />
        </pattern>
      </defs>
      <CartesianGrid vertical={false} />
      <XAxis hide height={0} dataKey="place" type="category" />
      <XAxis
        {...axis}
        xAxisId="times"
        interval="preserveStart"
        dataKey="place"
        type="number"
        domain={[0, barCount]}
        allowDataOverflow
        height={inset.bottom}
        ticks={tookTicks.map(barPlace)}
        tickFormatter={(_, place: number) => roundWords(tookTicks[place] ?? 0)}
      />
      <YAxis
        {...axis}
        interval="preserveStart"
        width={inset.left}
        domain={[0, most]}
        tickCount={4}
        allowDecimals={false}
        tickFormatter={countWords}
      />
      <Bar
        dataKey="look"
        stackId="bars"
        className="bar-look"
        fill={`url(#${hatch})`}
        isAnimationActive={false}
      />
      <Bar dataKey="usual" stackId="bars" className="bar-usual" isAnimationActive={false} />
      <Strokes expected={expected} fastSeconds={fastSeconds} />
    </BarChart>
  );
});

function Strokes({ expected, fastSeconds }: { expected: readonly number[]; fastSeconds: number | null }) {
  const across = useXAxisScale('times');
  const up = useYAxisScale();
  if (!across || !up) return null;
  const [left, bottom, top] = [across(0) ?? 0, up(0) ?? 0, inset.top];
  const width = (across(1) ?? 0) - left;
  const fast = fastSeconds === null ? undefined : across(barPlace(fastSeconds));
  return (
    <>
      {fast === undefined ? null : <path className="fast-line" d={`M${fast} ${top}V${bottom}`} />}
      <path
        className="baseline"
        d={expected.map((count, place) => `M${left + place * width + 1} ${up(count)}h${width - 2}`).join('')}
      />
    </>
  );
}
