import type { Field } from '../field';
import type { InstantRange } from '../filter';
import { compareInstants, writeInstant } from '../instant';
import { problem, readOnce } from '../problem';
import { readEnd, sayEnds } from './timeRange';

/** A range of decision times with fixed ends: `decidedFrom` and later, before `decidedTo`. */
export function instantRange(name: 'decided', label: string): Field<InstantRange> {
  const [fromParam, toParam] = [`${name}From`, `${name}To`];
  const none: InstantRange = { from: null, to: null };
  const write = ({ from, to }: InstantRange): [string, string][] => [
    ...(from === null ? [] : [[fromParam, writeInstant(from)] satisfies [string, string]]),
    ...(to === null ? [] : [[toParam, writeInstant(to)] satisfies [string, string]]),
  ];
  return {
    kind: 'time-range',
    label,
    params: [fromParam, toParam],
    negatable: false,
    none,
    read(entries, problems) {
      const from = readOnce(entries, fromParam, readEnd, problems);
      const to = readOnce(entries, toParam, readEnd, problems);
      if (from && to && compareInstants(from.value, to.value) >= 0) {
        const why = 'the range holds nothing; its start must be before its end, which is exclusive.';
        problems.push(problem('contradictory', [from.entry, to.entry], why));
        return none;
      }
      return { from: from?.value ?? null, to: to?.value ?? null };
    },
    write,
    print: (range) => write(range).map(([param, text]) => `${param}:${text}`),
    clauses: ({ from, to }) =>
      from === null && to === null ? [] : [{ kind: 'time-range', field: name, of: 'decided', from, to }],
    chips(range, { timeZone }) {
      const params = write(range).map(([param]) => param);
      if (params.length === 0) return [];
      return [{ field: name, not: false, params, label, values: [], ...sayEnds(range, timeZone) }];
    },
  };
}
