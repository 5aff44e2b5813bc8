'use client';

import { useMemo } from 'react';
import { setDecided, setTook } from '@/lib/filter/edit';
import { valueWords } from '@/lib/filter/fields';
import type { Mark, Scatter } from '@/lib/summary';
import { countWords } from '@/lib/words/count';
import { durationWords } from '@/lib/words/duration';
import { timeWithYearWords, timeWords } from '@/lib/words/time';
import { useView } from '../view/useView';
import { useZone } from '../view/Zone';
import { ChartCard } from './ChartCard';
import { lookCount, requestsWords, scatterSentence } from './chartSentences';
import { Key } from './Key';
import { nearestMark, placedMarks } from './nearestMark';
import { PlotLayer } from './PlotLayer';
import { type Block, columnsIn } from './plane';
import { inset } from './plotInset';
import { ScatterDrawing } from './ScatterDrawing';
import { ScatterTable } from './ScatterTable';
import { areaOfRange, rangeOfArea, rangeOfBlock, type ScatterRange } from './scatterBrush';
import { countIn, gridOf, type ScatterGrid, spanOf, startOf } from './scatterGrid';
import { instantText, instantWords, local, roundInstants, utc } from './timeAxis';
import { rowEdges } from './tookAxis';
import { rangeWords } from './tookBars';

const title = 'Time to approve, by decision time';

/** Each request by when it was decided and how long that took; a brush chooses both at once. */
export function TimeToApprove({ scatter }: { scatter: Scatter }) {
  const { timeZone } = useZone();
  const span = useMemo(() => spanOf(scatter), [scatter]);
  const nothing =
    span === null
      ? 'Nothing to draw: no request that matches was decided, whether by people or without them.'
      : null;
  return (
    <ChartCard
      title={title}
      subtitle={
        scatter.cells
          ? 'The stronger a cell’s colour, the more requests it holds; log scale. Drag to select.'
          : 'Each mark is one request; log scale. Drag to select, click to open.'
      }
      summary={scatterSentence(
        scatter,
        (instant) => `${timeWithYearWords(`${instant.slice(0, 16)}Z`, timeZone)} ${timeZone}`,
      )}
      nothing={nothing}
      drawing={span === null ? null : <Drawing scatter={scatter} span={span} />}
      layer={span === null ? null : <Layer scatter={scatter} span={span} />}
      legend={
        <>
          <Key kind="usual">approved by people, {countWords(scatter.byPeople)}</Key>
          <Key kind="look">worth a look, {countWords(lookCount(scatter))}</Key>
          <Key kind="lane">no human decided, {countWords(scatter.byNoHuman)}</Key>
        </>
      }
      table={() => <ScatterTable scatter={scatter} title={title} />}
    />
  );
}

function Drawing({ scatter, span }: { scatter: Scatter; span: { from: number; to: number } }) {
  const { view } = useView();
  const { timeZone, now } = useZone();
  const { tz } = view;
  const times = useMemo(() => roundInstants(span.from, span.to, tz === 'local' ? local : utc, 6), [span, tz]);
  const words = useMemo(() => instantWords(times, timeZone, now), [times, timeZone, now]);
  return <ScatterDrawing scatter={scatter} span={span} times={times} timeWords={words} />;
}

function Layer({ scatter, span }: { scatter: Scatter; span: { from: number; to: number } }) {
  const { view, narrow, show } = useView();
  const { timeZone, now } = useZone();
  const offset = view.tz === 'local' ? local : utc;
  const grid = useMemo(() => gridOf(scatter, span, offset), [scatter, span, offset]);
  const marks = useMemo(() => scatter.marks && placedMarks(scatter.marks, span), [scatter, span]);
  const columns = useMemo(
    () => grid.times.map((time) => (time - span.from) / (span.to - span.from)),
    [grid, span],
  );
  const choose = ({ decided, took }: ScatterRange) =>
    narrow((filter) => setTook(setDecided(filter, decided), took));
  const say = (block: Block) => blockWords(block, grid, (instant) => timeWords(instant, timeZone, now));
  const cellAt = (x: number, y: number): Block => {
    const [[firstColumn], [firstRow]] = [columnsIn(x, x, columns), columnsIn(y, y, rowEdges)];
    return { firstColumn, lastColumn: firstColumn, firstRow, lastRow: firstRow };
  };
  return (
    <PlotLayer
      label={`${title}: cells of time and time to approve`}
      inset={inset}
      columns={columns}
      rows={rowEdges}
      start={startOf(grid)}
      brush={areaOfRange(view.filter, span)}
      say={say}
      tip={(point, plot) => {
        if (marks === null) {
          const block = cellAt(point.x, point.y);
          return countIn(grid, block).requests === 0 ? null : { ...point, words: say(block) };
        }
        const near = nearestMark(marks, point, plot);
        return near && { ...near.at, words: markWords(near.mark, timeWords(near.mark.at, timeZone, now)) };
      }}
      chooseArea={(area) => choose(rangeOfArea(area, span, offset))}
      chooseBlock={(block) => choose(rangeOfBlock(block, grid))}
      choosePoint={(point, plot) => {
        if (marks === null) return choose(rangeOfBlock(cellAt(point.x, point.y), grid));
        const near = nearestMark(marks, point, plot);
        if (near === null) return;
        const { tenant, requestId } = near.mark;
        show((present) => ({ ...present, open: { tenant, requestId } }));
      }}
      clear={() => choose({ decided: { from: null, to: null }, took: { min: null, max: null } })}
    />
  );
}

function markWords({ seconds, outcome, look }: Mark, time: string): string {
  const took = seconds === null ? '' : ` after ${durationWords(seconds)}`;
  return `${time}, ${valueWords('outcome', outcome)}${took}${look ? ', worth a look' : ''}`;
}

function blockWords(block: Block, grid: ScatterGrid, tell: (instant: string) => string): string {
  const at = (column: number) => tell(instantText(new Date(grid.times[column] ?? 0)));
  const { requests, look } = countIn(grid, block);
  const { took } = rangeOfBlock(block, grid);
  const rows =
    block.lastRow === 0
      ? 'no human decided'
      : rangeWords(took) + (block.firstRow === 0 ? ' and no human decided' : '');
  const worth = look === 0 ? '' : `, ${countWords(look)} worth a look`;
  return `${at(block.firstColumn)} to ${at(block.lastColumn + 1)}, ${rows}: ${requestsWords(requests)}${worth}`;
}
