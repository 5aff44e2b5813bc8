import { timeWithYearWords } from '../../words/time';
import type { Field, Naming } from '../field';
import type { InstantRange, Span, TimeRange } from '../filter';
import { compareInstants, hoursBefore, readInstant, writeInstant } from '../instant';
import { type Entry, type ParamProblem, problem, type Read, readOnce } from '../problem';

const longestDays = 3660;
const none: TimeRange = { of: 'requested', span: { kind: 'all' } };

/** A rolling or absolute span of one of a request's times. */
export function timeRange(name: 'time', label: string): Field<TimeRange> {
  return {
    kind: 'time-range',
    label,
    params: ['range', 'from', 'to', 'time'],
    negatable: false,
    none,
    read: (entries, problems) => ({
      of: readOnce(entries, 'time', readTimeOf, problems)?.value ?? 'requested',
      span: readSpan(entries, problems),
    }),
    write: ({ of, span }) => [
      ...writeSpan(span),
      ...(of === 'requested' ? [] : [['time', of] satisfies [string, string]]),
    ],
    print: ({ of, span }) => [
      ...writeSpan(span).map(([param, text]) => `${spanQualifiers[param]}:${text}`),
      ...(of === 'requested' ? [] : [`by:${of}`]),
    ],
    clauses({ of, span }, now) {
      const range = resolved(span, now);
      return range === null ? [] : [{ kind: 'time-range', field: name, of, ...range }];
    },
    chips({ of, span }, naming) {
      if (span.kind === 'all') return [];
      const params: string[] = writeSpan(span).map(([param]) => param);
      if (of !== 'requested') params.push('time');
      return [{ field: name, not: false, params, label: of, values: [], ...say(span, naming) }];
    },
  };
}

const spanQualifiers = { range: 'range', from: 'after', to: 'before' } as const;

/** The ends of a span at the moment `now` (UTC ISO 8601); null when it holds every time. */
export function resolved(span: Span, now: string): { from: string | null; to: string | null } | null {
  if (span.kind === 'all') return null;
  if (span.kind === 'absolute') return { from: span.from, to: span.to };
  if (span.kind === 'quarter') return quarterAt(now, span.which === 'this' ? 0 : -1);
  return {
    from: hoursBefore(now, span.unit === 'd' ? span.amount * 24 : span.amount),
    to: hoursBefore(now, 0),
  };
}

/** The calendar quarter of UTC that holds `now`, moved by so many quarters. */
function quarterAt(now: string, moved: number): { from: string; to: string } {
  const [year, month] = [Number(now.slice(0, 4)), Number(now.slice(5, 7)) - 1];
  const first = year * 12 + Math.floor(month / 3) * 3 + moved * 3;
  return { from: monthStart(first), to: monthStart(first + 3) };
}

/** The first instant of a month counted from year 0, in UTC. */
export function monthStart(months: number): string {
  const year = String(Math.floor(months / 12)).padStart(4, '0');
  return `${year}-${String((months % 12) + 1).padStart(2, '0')}-01T00:00:00Z`;
}

function writeSpan(span: Span): [param: keyof typeof spanQualifiers, text: string][] {
  if (span.kind === 'all') return [];
  if (span.kind === 'rolling') return [['range', `${span.amount}${span.unit}`]];
  if (span.kind === 'quarter') return [['range', `${span.which}-quarter`]];
  return [
    ...(span.from === null ? [] : [['from', writeInstant(span.from)] satisfies ['from', string]]),
    ...(span.to === null ? [] : [['to', writeInstant(span.to)] satisfies ['to', string]]),
  ];
}

function readSpan(entries: readonly Entry[], problems: ParamProblem[]): Span {
  const range = readOnce(entries, 'range', readRange, problems);
  const from = readOnce(entries, 'from', readEnd, problems);
  const to = readOnce(entries, 'to', readEnd, problems);
  const ends = [from?.entry, to?.entry].filter((entry) => entry !== undefined);
  if (range && ends.length > 0) {
    const why = 'a span is either rolling or has fixed ends; keep one of the two.';
    problems.push(problem('contradictory', [range.entry, ...ends], why));
    return none.span;
  }
  if (from && to && compareInstants(from.value, to.value) >= 0) {
    const why = 'the span holds nothing; its start must be before its end, which is exclusive.';
    problems.push(problem('contradictory', [from.entry, to.entry], why));
    return none.span;
  }
  if (range) return range.value;
  if (ends.length === 0) return none.span;
  return { kind: 'absolute', from: from?.value ?? null, to: to?.value ?? null };
}

function readRange(text: string): Read<Span> {
  if (text === 'all') return { value: { kind: 'all' } };
  if (text === 'this-quarter') return { value: { kind: 'quarter', which: 'this' } };
  if (text === 'last-quarter') return { value: { kind: 'quarter', which: 'last' } };
  const [, digits, unit] = /^([1-9]\d{0,5})([hd])$/.exec(text) ?? [];
  const amount = Number(digits);
  if ((unit === 'd' && amount <= longestDays) || (unit === 'h' && amount <= longestDays * 24)) {
    return { value: { kind: 'rolling', amount, unit } };
  }
  return {
    wrong: `it is not a range; write all, this-quarter, last-quarter, or hours or days such as 24h or 30d (${longestDays}d at most).`,
  };
}

/** Reads one end of a range: a date or an instant. */
export function readEnd(text: string): Read<string> {
  const instant = readInstant(text);
  if (instant !== null) return { value: instant };
  const plus = / \d\d:\d\d$/.test(text) ? ' In a URL, + is written %2B.' : '';
  return { wrong: `it is not a date or time; write 2026-10-01 or 2026-10-01T08:30:00Z.${plus}` };
}

function readTimeOf(text: string): Read<TimeRange['of']> {
  if (text === 'requested' || text === 'decided') return { value: text };
  return { wrong: 'it is not a time of a request; use requested or decided.' };
}

function say(span: Exclude<Span, { kind: 'all' }>, { timeZone }: Naming): { verb: string; words: string } {
  if (span.kind === 'rolling') {
    const unit = span.unit === 'd' ? 'day' : 'hour';
    return { verb: 'in the last', words: `${span.amount} ${unit}${span.amount === 1 ? '' : 's'}` };
  }
  if (span.kind === 'quarter')
    return {
      verb: 'in',
      words: span.which === 'this' ? 'this quarter (UTC)' : 'the last full quarter (UTC)',
    };
  return sayEnds(span, timeZone);
}

/** The ends of a range in words, with the zone; at least one of them is set. */
export function sayEnds(range: InstantRange, timeZone: string): { verb: string; words: string } {
  const from = range.from === null ? '' : timeWithYearWords(range.from, timeZone);
  const to = range.to === null ? '' : timeWithYearWords(range.to, timeZone);
  if (to === '') return { verb: 'from', words: `${from} ${timeZone} on` };
  if (from === '') return { verb: 'before', words: `${to} ${timeZone}` };
  return { verb: 'from', words: `${from} to ${to} ${timeZone}` };
}
