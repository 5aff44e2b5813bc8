import { leftOut } from './leftOut';
import { readSeconds, sayDurations, writeTypedRange } from './numberRange';

/** Times to approve that are left out: `-took=10..30`, in seconds. */
export const notTook = leftOut<'took', number>({
  name: 'notTook',
  label: 'took (left out)',
  of: ['took'],
  example: '-took=10..30, in seconds, to leave a range out, or tookMin and tookMax to keep one',
  readEnd: readSeconds,
  compare: (from, to) => from - to,
  writeEnd: String,
  print: ({ from, to }) => `-took:${writeTypedRange(from, to)}`,
  clause: ({ from, to }) => ({ kind: 'number-range', field: 'took', min: from, max: to }),
  say({ from, to }) {
    const { verb, words } = sayDurations(from, to);
    return { label: 'took', verb: `not ${verb}`, words };
  },
});
