'use client';

import dynamic from 'next/dynamic';
import { type FormEvent, useState } from 'react';
import type { Span } from '@/lib/filter/filter';
import { compareInstants } from '@/lib/filter/instant';
import { resolved } from '@/lib/filter/kinds/timeRange';
import { useZone } from '../view/Zone';
import { fromWallClock, toWallClock } from './wallClock';

const SpanCalendar = dynamic(() => import('./SpanCalendar').then((calendar) => calendar.SpanCalendar), {
  loading: () => <div className="h-72 text-ink-3">Loading the calendar…</div>,
});

/**
 * A calendar for whole days, and two date-and-time fields for exact ends, first those that the span has at present.
 * An end that is left as it was keeps its exact instant.
 */
export function FixedSpan({
  span,
  local,
  timeZone,
  choose,
}: {
  span: Span;
  local: boolean;
  timeZone: string;
  choose: (span: Span) => void;
}) {
  const { now } = useZone();
  const present = resolved(span, now) ?? { from: null, to: null };
  const shown = {
    from: present.from === null ? '' : toWallClock(present.from, local),
    to: present.to === null ? '' : toWallClock(present.to, local),
  };
  const [typed, setTyped] = useState(shown);
  const [wrong, setWrong] = useState<string | null>(null);
  const type = (ends: Partial<typeof typed>) => {
    setTyped({ ...typed, ...ends });
    setWrong(null);
  };

  const apply = (event: FormEvent) => {
    event.preventDefault();
    const end = (name: 'from' | 'to') =>
      typed[name] === shown[name] ? present[name] : fromWallClock(typed[name], local);
    const [from, to] = [end('from'), end('to')];
    if (from === null && to === null) return setWrong('Give at least one of the two ends.');
    if (from !== null && to !== null && compareInstants(from, to) >= 0) {
      return setWrong('The start must be before the end, which is not part of the span.');
    }
    choose({ kind: 'absolute', from, to });
  };

  return (
    <form onSubmit={apply} className="grid w-80 min-w-[17rem] max-w-full flex-1 content-start gap-2 p-2">
      <SpanCalendar from={typed.from} to={typed.to} choose={type} />
      {(['from', 'to'] as const).map((name) => (
        <label key={name} className="grid grid-cols-[3.5rem_1fr] items-center">
          <span className="section-title">{name === 'from' ? 'From' : 'Before'}</span>
          <input
            type="datetime-local"
            step={1}
            className="input min-w-0"
            value={typed[name]}
            onChange={(event) => type({ [name]: event.target.value })}
          />
        </label>
      ))}
      {wrong === null ? null : (
        <p role="alert" className="text-strong">
          {wrong}
        </p>
      )}
      <div className="flex items-center justify-between gap-2">
        <p className="text-ink-3 text-small">Times in {timeZone}. The end itself is not part of the span.</p>
        <button type="submit" className="button button-primary button-small">
          Apply
        </button>
      </div>
    </form>
  );
}
