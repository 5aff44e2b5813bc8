import { exactDurationWords } from '../../words/duration';
import { readDuration, writeDuration } from '../duration';
import type { Field } from '../field';
import type { NumberRange } from '../filter';
import { problem, type Read, readOnce } from '../problem';

/** Seconds to approve: `tookMin` and up, under `tookMax`. */
export function secondsRange(name: 'took', label: string): Field<NumberRange> {
  const [minParam, maxParam] = [`${name}Min`, `${name}Max`];
  const none: NumberRange = { min: null, max: null };
  return {
    kind: 'number-range',
    label,
    params: [minParam, maxParam],
    negatable: false,
    none,
    read(entries, problems) {
      const min = readOnce(entries, minParam, readSeconds, problems);
      const max = readOnce(entries, maxParam, readSeconds, problems);
      if (min && max && min.value >= max.value) {
        const why = 'the range holds nothing; the lower end must be less than the upper end.';
        problems.push(problem('contradictory', [min.entry, max.entry], why));
        return none;
      }
      return { min: min?.value ?? null, max: max?.value ?? null };
    },
    write: ({ min, max }) => [
      ...(min === null ? [] : [[minParam, String(min)] satisfies [string, string]]),
      ...(max === null ? [] : [[maxParam, String(max)] satisfies [string, string]]),
    ],
    print: ({ min, max }) => (min === null && max === null ? [] : [`${name}:${writeTypedRange(min, max)}`]),
    clauses: ({ min, max }) =>
      min === null && max === null ? [] : [{ kind: 'number-range', field: name, min, max }],
    chips({ min, max }) {
      if (min === null && max === null) return [];
      const params = [...(min === null ? [] : [minParam]), ...(max === null ? [] : [maxParam])];
      return [{ field: name, not: false, params, label, values: [], ...sayDurations(min, max) }];
    },
  };
}

/** A range of durations in words; one of the two is set. */
export function sayDurations(min: number | null, max: number | null): { verb: string; words: string } {
  const low = min === null ? '' : exactDurationWords(min);
  const high = max === null ? '' : exactDurationWords(max);
  if (low === '') return { verb: 'under', words: high };
  if (high === '') return { verb: 'at least', words: low };
  return { verb: 'from', words: `${low} to under ${high}` };
}

/** Reads a number of seconds as a URL has it. */
export function readSeconds(text: string): Read<number> {
  if (/^\d{1,10}(\.\d{1,6})?$/.test(text)) return { value: Number(text) };
  return { wrong: 'it is not a number of seconds; write one such as 60 or 0.5.' };
}

/** A range as `readTypedRange` reads it; one of the ends is set. */
export function writeTypedRange(min: number | null, max: number | null): string {
  if (max === null) return `>=${writeDuration(min ?? 0)}`;
  return min === null ? `<${writeDuration(max)}` : `${writeDuration(min)}..${writeDuration(max)}`;
}

/** Reads a range as it is typed: `<60s`, `>=2h` or `1m..5m`. */
export function readTypedRange(text: string): Read<NumberRange> {
  const [, low, high] = /^>=(.+)$/.exec(text) ?? /^()<(.+)$/.exec(text) ?? /^(.+?)\.\.(.+)$/.exec(text) ?? [];
  const min = low ? readDuration(low.toLowerCase()) : null;
  const max = high ? readDuration(high.toLowerCase()) : null;
  if ((low && min === null) || (high && max === null) || (min === null && max === null)) {
    return {
      wrong:
        'write took:<60s (under), took:>=2h (at least) or took:1m..5m, each with its unit (s, m, h or d).',
    };
  }
  return { value: { min, max } };
}
