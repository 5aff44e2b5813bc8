'use client';

import { memo, useId, useMemo } from 'react';
import { CartesianGrid, ScatterChart, useXAxisScale, useYAxisScale, XAxis, YAxis } from 'recharts';
import type { TookDistribution } from '@/lib/summary';
import { countWords } from '@/lib/words/count';
import { boxes } from './paths';
import { axis, inset, margin } from './plotInset';
import { roundWords, tookTicks } from './tookAxis';
import { barCount, barPlace } from './tookBars';

const allBars = [0, barCount];
const tickPlaces = tookTicks.map(barPlace);
const tickWordsAt = (_: unknown, place: number) => roundWords(tookTicks[place] ?? 0);
/** The bars are no items of recharts, which lays out its axes only where it has some data. */
const ends = [
  { place: 0, count: 0 },
  { place: barCount, count: 1 },
];

/** The distribution's bars, hatched for what is worth a look, with the baseline as a stroke for each. */
export const TookDrawing = memo(function TookDrawing({
  took,
  fastSeconds,
}: {
  took: TookDistribution;
  fastSeconds: number | null;
}) {
  const expected = took.baseline === null ? [] : took.bars.map(({ baseline }) => baseline ?? 0);
  const most = Math.max(...took.bars.map(({ requests }) => requests), ...expected, 1);
  const axes = useMemo(
    () => (
      <>
        <CartesianGrid vertical={false} />
        <XAxis
          {...axis}
          interval="preserveStart"
          dataKey="place"
          type="number"
          domain={allBars}
          height={inset.bottom}
          ticks={tickPlaces}
          tickFormatter={tickWordsAt}
        />
        <YAxis
          {...axis}
          interval="preserveStart"
          dataKey="count"
          type="number"
          width={inset.left}
          domain={[0, most]}
          allowDataOverflow
          tickCount={4}
          allowDecimals={false}
          tickFormatter={countWords}
        />
      </>
    ),
    [most],
  );
  return (
    <ScatterChart responsive className="size-full" margin={margin} accessibilityLayer={false} data={ends}>
      {axes}
      <Bars took={took} />
      <Strokes expected={expected} fastSeconds={fastSeconds} />
    </ScatterChart>
  );
});

/** What is worth a look at the foot of each bar, the rest on top of it: one path each. */
function Bars({ took }: { took: TookDistribution }) {
  const hatch = useId();
  const across = useXAxisScale();
  const up = useYAxisScale();
  if (!across || !up) return null;
  const stretch = (place: number, from: number, to: number) => {
    const [x, right] = [across(place) ?? 0, across(place + 1) ?? 0];
    const [y, bottom] = [up(to) ?? 0, up(from) ?? 0];
    return { x: x + 1, y, width: right - x - 2, height: bottom - y };
  };
  return (
    <>
      <defs>
        <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className="hatch-ground" width="5" height="5" />
          <rect className="hatch-line" width="1.2" height="5" />
        </pattern>
      </defs>
      <path
        fill={`url(#${hatch})`}
        d={boxes(took.bars.map(({ look }, place) => stretch(place, 0, look)).filter(isSeen))}
      />
      <path
        className="bar-usual"
        d={boxes(took.bars.map(({ requests, look }, place) => stretch(place, look, requests)).filter(isSeen))}
      />
    </>
  );
}

function isSeen({ height }: { height: number }): boolean {
  return height > 0;
}

function Strokes({ expected, fastSeconds }: { expected: readonly number[]; fastSeconds: number | null }) {
  const across = useXAxisScale();
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
