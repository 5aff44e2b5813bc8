import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Codes, Reals } from '@/lib/columns/codes';
import { medianFrom } from '@/lib/columns/quantiles';
import { tookOfGroups } from '@/lib/columns/tookOfGroups';
import { tookStepOf, tookSteps } from '@/lib/columns/tookSteps';

/** Seconds to approve of any size, many of them alike; null and what is not positive is no approval. */
const seconds = fc.oneof(
  fc.double({ min: 0.001, max: 1e9, noNaN: true }),
  fc.integer({ min: 1, max: 40 }),
  fc.integer({ min: 0, max: 2000 }).map((power) => 2 ** (power / 64)),
  fc.constantFrom(null, 0, -1, 0.25, 1, 2, 1e300),
);

function columnsOf(took: readonly (number | null)[]) {
  const columns = { took: new Reals(), tookStep: new Codes() };
  for (const each of took) {
    columns.took.push(each ?? Number.NaN);
    columns.tookStep.push(tookStepOf(each));
  }
  return columns;
}

/** `round(quantile_cont(...), 3)` of DuckDB. */
function secondsAt(values: readonly number[], quantile: number): number | null {
  if (values.length < medianFrom) return null;
  const sorted = [...values].sort((one, other) => one - other);
  const place = (values.length - 1) * quantile;
  const [below, part] = [Math.floor(place), place % 1];
  const [low = Number.NaN, high = Number.NaN] = sorted.slice(below);
  const thousandths = (part === 0 ? low : low * (1 - part) + high * part) * 1000;
  return (Math.floor(thousandths) + (thousandths % 1 >= 0.5 ? 1 : 0)) / 1000;
}

describe('the steps of the time to approve', () => {
  test('grow with it', () => {
    fc.assert(
      fc.property(seconds, seconds, (one, other) => {
        if (one !== null && other !== null && one <= other)
          expect(tookStepOf(one)).toBeLessThanOrEqual(tookStepOf(other));
      }),
    );
  });

  test('begin at one for every approval, and end before their number', () => {
    fc.assert(
      fc.property(seconds, (each) => {
        const step = tookStepOf(each);
        expect(step > 0).toBe(each !== null && each > 0);
        expect(step).toBeLessThan(tookSteps);
      }),
    );
  });
});

test('the quantiles of each group are those of its values in order', () => {
  const rows = fc.array(fc.record({ took: seconds, group: fc.nat(3) }), { maxLength: 200 });
  fc.assert(
    fc.property(rows, fc.double({ min: 0, max: 1, noNaN: true }), (all, other) => {
      const quantiles = [0.01, 0.05, 0.5, 0.9, 1, other].sort((one, two) => one - two);
      const found = tookOfGroups(
        columnsOf(all.map(({ took }) => took)),
        {
          rows: Uint32Array.from(all.keys()),
          groups: Uint16Array.from(all, ({ group }) => group),
          count: 4,
        },
        quantiles,
      );
      const expected = [0, 1, 2, 3].map((group) => {
        const values = all.flatMap(({ took, group: own }) =>
          own === group && took !== null && took > 0 ? [took] : [],
        );
        return { byPeople: values.length, seconds: quantiles.map((quantile) => secondsAt(values, quantile)) };
      });
      expect(found).toEqual(expected);
    }),
    { numRuns: 500 },
  );
});
