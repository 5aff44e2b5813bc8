'use client';

import { describeFilter } from '@/lib/filter/describe';
import { setTime } from '@/lib/filter/edit';
import type { TimeRange as Range } from '@/lib/filter/filter';
import { useView } from '../view/useView';
import { useZone } from '../view/Zone';
import { allTime, type Preset, SpanChoice } from './SpanChoice';

const presets: readonly Preset[] = [
  { words: 'Last 24 hours', span: { kind: 'rolling', amount: 24, unit: 'h' } },
  { words: 'Last 7 days', span: { kind: 'rolling', amount: 7, unit: 'd' } },
  { words: 'Last 30 days', span: { kind: 'rolling', amount: 30, unit: 'd' } },
  { words: 'Last 90 days', span: { kind: 'rolling', amount: 90, unit: 'd' } },
  allTime,
];

/** The span of time that the requests fall in, and which of their times it is about. */
export function TimeRange() {
  const { view, narrow } = useView();
  const { timeZone } = useZone();
  const { time } = view.filter;
  const chip = describeFilter(view.filter, { names: {}, timeZone }).find(({ field }) => field === 'time');
  const choose = (chosen: Partial<Range>) =>
    narrow((filter) => setTime(filter, { ...filter.time, ...chosen }));
  const all = time.of === 'decided' ? 'All time, by decision' : 'All time';
  return (
    <SpanChoice
      words={chip ? `${chip.label} ${chip.verb} ${chip.words}` : all}
      span={time.span}
      presets={presets}
      choose={(span) => choose({ span })}
    >
      <fieldset className="flex gap-4 px-2 py-1">
        <legend className="section-title float-start me-2">Time of</legend>
        {(['requested', 'decided'] as const).map((of) => (
          <label key={of} className="flex min-h-6 items-center gap-1">
            <input
              type="radio"
              name="time-of"
              className="accent-accent"
              checked={time.of === of}
              onChange={() => choose({ of })}
            />
            {of === 'requested' ? 'request' : 'decision'}
          </label>
        ))}
      </fieldset>
    </SpanChoice>
  );
}
