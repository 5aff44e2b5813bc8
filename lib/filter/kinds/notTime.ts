import { dayWords } from '../../words/time';
import { dayOf } from '../day';
import type { TimeLeftOut } from '../filter';
import { compareInstants, writeInstant } from '../instant';
import { leftOut } from './leftOut';
import { readEnd, sayEnds } from './timeRange';

/** Times that are left out, `-requested=2026-08-03..2026-08-04`; without the time itself, that of the first record counts. */
export const notTime = leftOut<TimeLeftOut['of'], string>({
  name: 'notTime',
  label: 'time (left out)',
  of: ['requested', 'decided'],
  example:
    '-requested=2026-08-03..2026-08-04 or -decided=… to leave times out, or from and to, or decidedFrom and decidedTo, to keep some',
  readEnd,
  compare: compareInstants,
  writeEnd: writeInstant,
  print: ({ of, from, to }) =>
    `-${of}:${from === null ? '' : writeInstant(from)}..${to === null ? '' : writeInstant(to)}`,
  clause: ({ of, from, to }) => ({
    kind: 'time-range',
    field: of === 'decided' ? 'decided' : 'time',
    of,
    from,
    to,
  }),
  say({ of, from, to }, { timeZone }) {
    const { verb, words } = wholeDay(from, to, timeZone) ?? sayEnds({ from, to }, timeZone);
    return { label: of, verb: `not ${verb}`, words };
  },
});

/** A range that is one whole day of the zone, as that day; else null. */
function wholeDay(from: string | null, to: string | null, timeZone: string) {
  if (from === null || to === null) return null;
  const day = dayOf(from, timeZone);
  if (day === null || compareInstants(day.from, from) !== 0 || compareInstants(day.to, to) !== 0) return null;
  return { verb: 'on', words: `${dayWords(from, timeZone)} ${timeZone}` };
}
