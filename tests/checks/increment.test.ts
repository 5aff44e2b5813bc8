import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AuditRecord } from '@/lib/audit/record';
import { checkIds } from '@/lib/request';
import type { Store } from '@/lib/store/open';
import { worlds } from '../store/worlds';
import { withChecks } from './checking';
import { office, officeDays } from './office';

const privileged = { ids: [], patterns: ['*e*'] };

interface Said {
  id: string | null;
  strength: string | null;
}

/** All that the checks say, with what they used, in one order. */
function said(store: Store) {
  return store.all<Said>(
    `SELECT r.tenant, r.request_id, r.marks::DOUBLE AS marks, r.worth::DOUBLE AS worth, c.id, c.strength, c.facts, c.limits,
       list_sort(c.records) AS records
     FROM requests r FULL JOIN checks c USING (tenant, request_id) ORDER BY ALL`,
  );
}

async function expectSame(batches: readonly (readonly AuditRecord[])[]): Promise<Said[]> {
  const atOnce = await withChecks([batches.flat()], privileged, said);
  expect(await withChecks(batches, privileged, said)).toEqual(atOnce);
  return atOnce;
}

describe('checks after each arrival say the same as checks over everything at once', () => {
  const told = office();

  test('a small office, as time goes by, in which every check marks something', async () => {
    const span = 30;
    const batches = Array.from({ length: Math.ceil((officeDays + span) / span) }, (_, place) =>
      told.filter(({ day }) => Math.floor(day / span) === place).map(({ record }) => record),
    ).filter((batch) => batch.length > 0);
    expect(batches.length).toBeGreaterThan(5);
    const all = await expectSame(batches);
    const marked = new Set(all.flatMap(({ id, strength }) => (strength === null ? [] : [id])));
    expect(checkIds.filter((id) => !marked.has(id))).toEqual([]);
  }, 120_000);

  test('the same office, in any order and split', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...told.keys()], { minLength: told.length }),
        fc.array(fc.nat(told.length), { minLength: 1, maxLength: 3 }),
        async (order, cuts) => {
          const arriving = order.flatMap((place) => told[place]?.record ?? []);
          const ends = [...cuts, told.length].sort((one, other) => one - other);
          await expectSame(ends.map((end, place) => arriving.slice(ends[place - 1] ?? 0, end)));
        },
      ),
      { numRuns: 2, endOnFailure: true },
    );
  }, 120_000);

  test('any records in any order', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, async (arrivals) => {
        const numbers = [...new Set(arrivals.map(({ batch }) => batch))].sort();
        await expectSame(
          numbers.map((number) =>
            arrivals.filter(({ batch }) => batch === number).map(({ record }) => record),
          ),
        );
      }),
      { numRuns: 4, endOnFailure: true },
    );
  }, 120_000);
});
