import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AuditRecord } from '@/lib/audit/record';
import { generateSample } from '@/lib/source/sample/generate';
import type { Store } from '@/lib/store/open';
import { recordOf } from '../audit/wrappers';
import { worlds } from '../store/worlds';
import { withChecks } from './checking';

const privileged = { ids: [], patterns: ['*e*'] };

/** All that the checks say, with what they used, in one order. */
function said(store: Store) {
  return store.all<{ id: string }>(
    `SELECT r.tenant, r.request_id, r.marks::DOUBLE AS marks, r.worth::DOUBLE AS worth, c.id, c.strength, c.facts, c.limits,
       list_sort(c.records) AS records
     FROM requests r FULL JOIN checks c USING (tenant, request_id) ORDER BY ALL`,
  );
}

async function expectSame(batches: readonly (readonly AuditRecord[])[]): Promise<void> {
  const atOnce = await withChecks([batches.flat()], privileged, said);
  expect(await withChecks(batches, privileged, said)).toEqual(atOnce);
}

describe('checks after each arrival say the same as checks over everything at once', () => {
  const sample = [
    ...generateSample({ requests: 120, until: '2026-08-22T00:00:00Z', days: 60, unrelated: 0 }),
  ].map((line) => recordOf(JSON.parse(line)));

  test('the made-up organisation, as time goes by', async () => {
    const weekOf = ({ timeGenerated }: AuditRecord) => Math.floor(Date.parse(timeGenerated ?? '') / 6e8);
    const weeks = [...new Set(sample.map(weekOf))].sort((one, other) => one - other);
    const batches = weeks.map((week) => sample.filter((record) => weekOf(record) === week));
    expect(batches.length).toBeGreaterThan(5);
    await expectSame(batches);
  }, 240_000);

  test('the made-up organisation, in any order and split', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...sample.keys()], { minLength: sample.length }),
        fc.array(fc.nat(sample.length), { minLength: 1, maxLength: 3 }),
        async (order, cuts) => {
          const arriving = order.flatMap((place) => sample[place] ?? []);
          const ends = [...cuts, sample.length].sort((one, other) => one - other);
          await expectSame(ends.map((end, place) => arriving.slice(ends[place - 1] ?? 0, end)));
        },
      ),
      { numRuns: 2, endOnFailure: true },
    );
  }, 240_000);

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
  }, 240_000);
});
