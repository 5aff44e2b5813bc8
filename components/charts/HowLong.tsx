'use client';

import { setTook } from '@/lib/filter/edit';
import type { NumberRange } from '@/lib/filter/filter';
import { isObjectId } from '@/lib/filter/kinds/anyOf';
import type { Scatter, TookDistribution } from '@/lib/summary';
import { countWords } from '@/lib/words/count';
import { LogText } from '../ui/LogText';
import { useView } from '../view/useView';
import { ChartCard } from './ChartCard';
import { barsLookCount, fastLineWords, medianWords, requestsWords, tookSentence } from './chartSentences';
import { Key } from './Key';
import { PlotLayer } from './PlotLayer';
import { columnsIn, evenEdges } from './plane';
import { inset } from './plotInset';
import { TookDrawing } from './TookDrawing';
import { TookTable } from './TookTable';
import { barCount, barsCovered, rangeOfBars, rangeWords } from './tookBars';

const title = 'How long decisions take';
const columns = evenEdges(barCount);
const oneRow = [0, 1] as const;

/** How many approvals took how long, over the own earlier time of the one package or approver in the filter. */
export function HowLong({ took, scatter }: { took: TookDistribution; scatter: Scatter }) {
  const { baseline, requests, medianSeconds } = took;
  const line = fastLineWords(scatter);
  return (
    <ChartCard
      title={title}
      subtitle={`By people only: ${medianWords(medianSeconds, requests)}; log scale.`}
      summary={tookSentence(took)}
      nothing={requests === 0 ? 'Nothing to draw: no request that matches was approved by people.' : null}
      drawing={<TookDrawing took={took} fastSeconds={scatter.fastSeconds} />}
      layer={<Layer took={took} />}
      legend={
        <>
          {baseline === null ? (
            <NoBaseline />
          ) : (
            <Key kind="baseline">
              <span>
                baseline: {countWords(baseline.requests)} earlier {baseline.of === 'approver' ? 'by' : 'of'}{' '}
                <LogText text={baseline.name ?? baseline.id} />, same n
              </span>
            </Key>
          )}
          <Key kind="hatched">worth a look, {countWords(barsLookCount(took.bars))}</Key>
          {line === null ? null : <Key kind="fast">{line}</Key>}
        </>
      }
      table={() => <TookTable took={took} title={title} />}
    />
  );
}

/** Why there is none: nothing to compare with is picked, or what is has too little behind it. */
function NoBaseline() {
  const { filter } = useView();
  const picked = (['package', 'approver'] as const).some((field) => {
    const [id, second] = filter[field].is;
    return id !== undefined && second === undefined && isObjectId(id);
  });
  return picked
    ? 'Too few earlier approvals for a baseline'
    : 'Pick one package or one approver for a baseline';
}

function Layer({ took }: { took: TookDistribution }) {
  const { view, narrow } = useView();
  const covered = barsCovered(view.filter.took);
  const choose = (range: NumberRange) => narrow((filter) => setTook(filter, range));
  const rangeIn = (left: number, right: number) => rangeOfBars(...columnsIn(left, right, columns));
  const say = (first: number, last: number) => {
    const bars = took.bars.slice(first, last + 1);
    const requests = bars.reduce((sum, bar) => sum + bar.requests, 0);
    const look = barsLookCount(bars);
    const worth = look === 0 ? '' : `, ${countWords(look)} worth a look`;
    return `${rangeWords(rangeOfBars(first, last))}: ${requestsWords(requests)}${worth}`;
  };
  return (
    <PlotLayer
      label={`${title}: bars of time to approve`}
      inset={inset}
      columns={columns}
      rows={oneRow}
      start={{
        column: Math.max(
          took.bars.findIndex((bar) => bar.requests > 0),
          0,
        ),
        row: 0,
      }}
      brush={covered && { left: covered[0], right: covered[1], bottom: 0, top: 1 }}
      snap={({ left, right }) => {
        const [first, last] = columnsIn(left, right, columns);
        return { left: first / barCount, right: (last + 1) / barCount, bottom: 0, top: 1 };
      }}
      say={({ firstColumn, lastColumn }) => say(firstColumn, lastColumn)}
      tip={({ x }) => {
        const [bar] = columnsIn(x, x, columns);
        return { x: (bar + 0.5) / barCount, y: 0.9, words: say(bar, bar) };
      }}
      chooseArea={({ left, right }) => choose(rangeIn(left, right))}
      chooseBlock={({ firstColumn, lastColumn }) => choose(rangeOfBars(firstColumn, lastColumn))}
      choosePoint={({ x }) => {
        const range = rangeIn(x, x);
        narrow((filter) => {
          const again = range.min === filter.took.min && range.max === filter.took.max;
          return setTook(filter, again ? { min: null, max: null } : range);
        });
      }}
      clear={() => choose({ min: null, max: null })}
    />
  );
}
