'use client';

import { useMemo } from 'react';
import { setDecided } from '@/lib/filter/edit';
import type { Week } from '@/lib/summary';
import { countWords } from '@/lib/words/count';
import { durationWords } from '@/lib/words/duration';
import { timeWords } from '@/lib/words/time';
import { useView } from '../view/useView';
import { useZone } from '../view/Zone';
import { ChartCard } from './ChartCard';
import { requestsWords, weeksSentence } from './chartSentences';
import { Key } from './Key';
import { PlotLayer } from './PlotLayer';
import { columnsIn, evenEdges } from './plane';
import { WeeksDrawing, weeksInset } from './WeeksDrawing';
import { WeeksTable } from './WeeksTable';
import { weeksCovered, weekWords } from './weekSpan';

const title = 'Time to approve, by week';
const oneRow = [0, 1] as const;
const mostNamed = 12;

/** Median, 90th percentile and volume of each week, which starts on Monday in UTC. */
export function ByWeek({ weeks, earlier }: { weeks: readonly Week[]; earlier: number }) {
  const { now } = useZone();
  const shown = useMemo(() => {
    const step = Math.max(Math.ceil(weeks.length / mostNamed), 1);
    return weeks.flatMap((_, place) => (place % step === 0 ? [place] : []));
  }, [weeks]);
  const words = useMemo(() => shown.map((place) => weekWords(weeks[place], now)), [shown, weeks, now]);
  return (
    <ChartCard
      title={title}
      subtitle={
        <>
          By decision time; weeks from Monday, UTC; log scale. Medians leave out what no human decided, and
          weeks with fewer than 8 approvals.
          {earlier > 0 ? ` ${countWords(earlier)} earlier weeks are left out.` : ''}
        </>
      }
      summary={weeksSentence(weeks, (instant) => timeWords(instant, 'UTC', now).slice(0, -6))}
      nothing={weeks.length === 0 ? 'Nothing to draw: no week holds a request that matches.' : null}
      drawing={<WeeksDrawing weeks={weeks} shown={shown} words={words} />}
      layer={<Layer weeks={weeks} />}
      legend={
        <>
          <Key kind="median">median</Key>
          <Key kind="p90">90th percentile</Key>
          <Key kind="volume">requests, right axis</Key>
        </>
      }
      table={() => <WeeksTable weeks={weeks} title={title} />}
    />
  );
}

function Layer({ weeks }: { weeks: readonly Week[] }) {
  const { view, narrow } = useView();
  const { now } = useZone();
  const columns = useMemo(() => evenEdges(weeks.length), [weeks]);
  const { decided } = view.filter;
  const rangeOf = (first: number, last: number) => ({
    from: weeks[first]?.from ?? null,
    to: weeks[last]?.to ?? null,
  });
  const choose = (range: typeof decided) => narrow((filter) => setDecided(filter, range));
  const covered = weeksCovered(decided, weeks);
  const say = (first: number, last: number) => {
    const { from } = rangeOf(first, last);
    const chosen = weeks.slice(first, last + 1);
    const requests = requestsWords(chosen.reduce((sum, week) => sum + week.requests, 0));
    const name =
      first === last
        ? `Week of ${weekWords(weeks[first], now)}`
        : `${chosen.length} weeks from ${weekWords(weeks[first], now)}`;
    const only = first === last && from !== null ? weeks[first] : undefined;
    return `${name}: ${requests}${only?.medianSeconds == null ? '' : `, median ${durationWords(only.medianSeconds)}`}`;
  };
  return (
    <PlotLayer
      label={`${title}: weeks`}
      inset={weeksInset}
      columns={columns}
      rows={oneRow}
      start={{ column: weeks.length - 1, row: 0 }}
      brush={covered && { left: covered[0], right: covered[1], bottom: 0, top: 1 }}
      snap={({ left, right }) => {
        const [first, last] = columnsIn(left, right, columns);
        return { left: columns[first] ?? 0, right: columns[last + 1] ?? 1, bottom: 0, top: 1 };
      }}
      say={({ firstColumn, lastColumn }) => say(firstColumn, lastColumn)}
      tip={({ x }) => {
        const [week] = columnsIn(x, x, columns);
        return { x: (week + 0.5) / weeks.length, y: 0.9, words: say(week, week) };
      }}
      chooseArea={({ left, right }) => choose(rangeOf(...columnsIn(left, right, columns)))}
      chooseBlock={({ firstColumn, lastColumn }) => choose(rangeOf(firstColumn, lastColumn))}
      choosePoint={({ x }) => {
        const range = rangeOf(...columnsIn(x, x, columns));
        narrow((filter) => {
          const again = range.from === filter.decided.from && range.to === filter.decided.to;
          return setDecided(filter, again ? { from: null, to: null } : range);
        });
      }}
      clear={() => choose({ from: null, to: null })}
    />
  );
}
