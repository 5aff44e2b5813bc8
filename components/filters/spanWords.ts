import { describeFilter } from '@/lib/filter/describe';
import { setTime } from '@/lib/filter/edit';
import { emptyFilter } from '@/lib/filter/fields';
import type { Span } from '@/lib/filter/filter';
import { resolved } from '@/lib/filter/kinds/timeRange';

/** A span that is offered by name. */
export interface Preset {
  words: string;
  span: Span;
}

export const allTime: Preset = { words: 'All time', span: { kind: 'all' } };

/** The spans that are offered, the quarters with the names they have at `now` (UTC ISO 8601). */
export function spanPresets(now: string): Preset[] {
  const quarter = (words: string, which: 'this' | 'last'): Preset => {
    const span: Span = { kind: 'quarter', which };
    return { words: `${words} (${quarterName(span, now)})`, span };
  };
  return [
    { words: 'Last 24 hours', span: { kind: 'rolling', amount: 24, unit: 'h' } },
    { words: 'Last 7 days', span: { kind: 'rolling', amount: 7, unit: 'd' } },
    { words: 'Last 30 days', span: { kind: 'rolling', amount: 30, unit: 'd' } },
    { words: 'Last 90 days', span: { kind: 'rolling', amount: 90, unit: 'd' } },
    quarter('This quarter', 'this'),
    quarter('Last full quarter', 'last'),
    allTime,
  ];
}

/** A span in words that always hold a zone: quarters are of UTC, whatever times are shown in. */
export function spanWords(span: Span, { timeZone, now }: { timeZone: string; now: string }): string {
  if (span.kind === 'quarter')
    return `in ${span.which === 'this' ? 'this quarter' : 'the last full quarter'}, ${quarterName(span, now)} UTC`;
  const time = { of: 'requested', span } as const;
  const [chip] = describeFilter(setTime(emptyFilter, time), { names: {}, timeZone });
  if (chip === undefined) return `all time · ${timeZone}`;
  const words = `${chip.verb} ${chip.words}`;
  return span.kind === 'rolling' ? `${words} · ${timeZone}` : words;
}

export function isSameSpan(one: Span, other: Span): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function quarterName(span: Span, now: string): string {
  const start = resolved(span, now)?.from ?? now;
  return `Q${Math.ceil(Number(start.slice(5, 7)) / 3)} ${start.slice(0, 4)}`;
}
