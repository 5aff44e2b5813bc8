'use client';

import { memo, useMemo } from 'react';
import { setTime } from '@/lib/filter/edit';
import type { TimeRange as Range } from '@/lib/filter/filter';
import { shiftSpan } from '@/lib/filter/shiftSpan';
import { useView } from '../view/useView';
import { useZone } from '../view/Zone';
import { SpanChoice } from './SpanChoice';
import { SpanSteps } from './SpanSteps';
import { spanPresets, spanWords } from './spanWords';

/** The span of time that the requests fall in, which of their times it is about, and the way to its neighbours. */
export const TimeRange = memo(function TimeRange() {
  const { view, narrow } = useView();
  const zone = useZone();
  const { of, span } = view.filter.time;
  const choose = (chosen: Partial<Range>) =>
    narrow((filter) => setTime(filter, { ...filter.time, ...chosen }));
  const step = (by: 1 | -1) =>
    narrow((filter) => {
      const next = shiftSpan(filter.time.span, new Date().toISOString(), by);
      return next === null ? filter : setTime(filter, { ...filter.time, span: next });
    });
  const words = spanWords(span, zone);
  const presets = useMemo(() => spanPresets(zone.now), [zone.now]);
  const plain = span.kind === 'all' && of === 'requested';
  return (
    <div className="flex min-w-0 gap-1">
      <SpanChoice
        words={plain ? words : `${of} ${words}`}
        span={span}
        presets={presets}
        choose={(chosen) => choose({ span: chosen })}
      >
        <fieldset className="flex gap-4 px-2 py-1">
          <legend className="section-title float-start me-2">Time of</legend>
          {(['requested', 'decided'] as const).map((each) => (
            <label key={each} className="flex min-h-6 items-center gap-1">
              <input
                type="radio"
                name="time-of"
                className="accent-accent"
                checked={of === each}
                onChange={() => choose({ of: each })}
              />
              {each === 'requested' ? 'request' : 'decision'}
            </label>
          ))}
        </fieldset>
      </SpanChoice>
      <SpanSteps span={span} step={step} />
    </div>
  );
});
