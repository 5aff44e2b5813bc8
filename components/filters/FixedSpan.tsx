'use client';

import { type FormEvent, useState } from 'react';
import type { Span } from '@/lib/filter/filter';
import { compareInstants } from '@/lib/filter/instant';
import { fromWallClock, toWallClock } from './wallClock';

/** Two date-and-time fields for a span with fixed ends; an end that is left as it was keeps its exact instant. */
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
  const present = span.kind === 'absolute' ? span : { from: null, to: null };
  const shown = {
    from: present.from === null ? '' : toWallClock(present.from, local),
    to: present.to === null ? '' : toWallClock(present.to, local),
  };
  const [typed, setTyped] = useState(shown);
  const [wrong, setWrong] = useState<string | null>(null);

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
    <form onSubmit={apply} className="mt-1 grid gap-2 border-line border-t p-2">
      {(['from', 'to'] as const).map((name) => (
        <label key={name} className="grid grid-cols-[3rem_1fr] items-center">
          <span className="section-title">{name === 'from' ? 'From' : 'Before'}</span>
          <input
            type="datetime-local"
            step={1}
            className="input min-w-0"
            value={typed[name]}
            onChange={(event) => {
              setTyped({ ...typed, [name]: event.target.value });
              setWrong(null);
            }}
          />
        </label>
      ))}
      {wrong === null ? null : (
        <p role="alert" className="text-strong">
          {wrong}
        </p>
      )}
      <div className="flex items-center justify-between gap-2">
        <span className="text-ink-3 text-small">Times in {timeZone}</span>
        <button type="submit" className="button button-primary button-small">
          Apply
        </button>
      </div>
    </form>
  );
}
