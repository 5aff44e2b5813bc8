import { timeWithYearWords } from '../../words/time';
import type { Field } from '../field';
import type { ArrivalRange } from '../filter';
import { compareInstants, justAfter, writeInstant } from '../instant';
import { problem, type Read, readOnce } from '../problem';
import { readEnd } from './timeRange';

const none: ArrivalRange = { of: 'first', after: null, by: null };

/** When the first (or latest) record of a request arrived: after `arrivedAfter`, at or before `arrivedBy`. */
export function arrivalRange(name: 'arrived', label: string): Field<ArrivalRange> {
  const [afterParam, byParam] = [`${name}After`, `${name}By`];
  const write = ({ of, after, by }: ArrivalRange): [string, string][] => [
    ...(after === null ? [] : [[afterParam, writeInstant(after)] satisfies [string, string]]),
    ...(by === null ? [] : [[byParam, writeInstant(by)] satisfies [string, string]]),
    ...(of === 'first' ? [] : [[name, of] satisfies [string, string]]),
  ];
  return {
    kind: 'time-range',
    label,
    params: [name, afterParam, byParam],
    negatable: false,
    none,
    read(entries, problems) {
      const of = readOnce(entries, name, readArrivalOf, problems)?.value ?? 'first';
      const after = readOnce(entries, afterParam, readEnd, problems);
      const by = readOnce(entries, byParam, readEnd, problems);
      if (after && by && compareInstants(after.value, by.value) >= 0) {
        const why = 'the range holds nothing; its start must be before its end.';
        problems.push(problem('contradictory', [after.entry, by.entry], why));
        return { ...none, of };
      }
      return { of, after: after?.value ?? null, by: by?.value ?? null };
    },
    write,
    print: (range) => write(range).map(([param, text]) => `${param}:${text}`),
    clauses({ of, after, by }) {
      if (after === null && by === null) return [];
      const from = after && justAfter(after);
      const to = by && justAfter(by);
      return [
        { kind: 'time-range', field: name, of: of === 'first' ? 'firstArrived' : 'lastArrived', from, to },
      ];
    },
    chips(range, { timeZone }) {
      const { of, after, by } = range;
      const params = write(range).map(([param]) => param);
      const ends = [after && `after ${said(after, timeZone)}`, by && `by ${said(by, timeZone)}`];
      const words = ends.filter((end) => end !== null).join(' and ');
      return words === ''
        ? []
        : [{ field: name, not: false, params, label: `${of} record`, verb: 'arrived', words, values: [] }];
    },
  };
}

function said(instant: string, timeZone: string): string {
  return `${timeWithYearWords(instant, timeZone)} ${timeZone}`;
}

function readArrivalOf(text: string): Read<ArrivalRange['of']> {
  if (text === 'first' || text === 'latest') return { value: text };
  return { wrong: 'it is no record of a request; use first or latest.' };
}
