import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bitsBetween, rowsOf } from '@/lib/columns/bits';
import { Reals } from '@/lib/columns/codes';

/** Numbers that mostly grow from row to row, so that whole blocks lie within a range or beside it. */
const growing = fc
  .tuple(
    fc.integer({ min: 0, max: 5000 }),
    fc.array(fc.tuple(fc.nat(5000), fc.constantFrom(Number.NaN, -1e9, 0, 1e9)), { maxLength: 3 }),
  )
  .map(([rows, odd]) => {
    const values = Array.from({ length: rows }, (_, row) => row - (row % 7));
    for (const [row, value] of odd) if (row < rows) values[row] = value;
    return values;
  });
const bound = fc.oneof(
  fc.integer({ min: -10, max: 5010 }),
  fc.constantFrom(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, 0, 1024, 2048),
);

test('the rows between two numbers are those of a plain look at each, also of fewer rows than there are', () => {
  fc.assert(
    fc.property(growing, bound, bound, fc.nat(1100), (values, from, to, unseen) => {
      const reals = new Reals();
      for (const value of values) reals.push(value);
      const rows = Math.max(0, values.length - unseen);
      const expected = values
        .slice(0, rows)
        .flatMap((value, row) => (value >= from && value < to ? [row] : []));
      expect([...rowsOf(bitsBetween(reals, from, to, rows))]).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});
