import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Clause } from '@/lib/filter/clause';
import { toClauses } from '@/lib/filter/clauses';
import { deriveTouched } from '@/lib/store/derive';
import { saveRecords } from '@/lib/store/save';
import { summary } from '@/lib/store/summary';
import { narrowFilters, type Pool } from '../filter/arbitraries';
import { asks, bea, deny } from './build';
import { plainSummary, withoutNames } from './plainSummary';
import { commonest, sampled } from './sampled';

const now = '2026-08-22T00:00:00Z';
const made = sampled(900);

const given = (values: readonly (string | null | undefined)[]) =>
  [...new Set(values)].filter((value) => value !== null && value !== undefined);

/** Half a millisecond is rounded either way. */
expect.addEqualityTesters([
  (one, other) =>
    typeof one === 'number' && typeof other === 'number' ? Math.abs(one - other) < 0.0015 : undefined,
]);

async function expectAsPlain(clauses: readonly Clause[]): Promise<void> {
  const { store, all } = made();
  expect(withoutNames(await summary(store, clauses))).toEqual(plainSummary(all, clauses));
}

const picked = (field: 'package' | 'approver', ...ids: string[]): Clause => ({
  kind: 'any-of',
  field,
  not: false,
  ids,
  texts: [],
});
const took = (min: number | null, max: number | null): Clause => ({
  kind: 'number-range',
  field: 'took',
  min,
  max,
});
const text = (term: string): Clause => ({ kind: 'text', field: 'q', not: false, terms: [term] });

function pool(): Pool {
  const some = made().all.filter((_, place) => place % 9 === 0);
  return {
    ids: given(some.flatMap((r) => [r.packageId, r.targetId, r.tenant, r.decisions[0]?.approverId])),
    texts: given(some.flatMap((r) => [r.package, r.requestor, r.requestorJustification.text])),
    instants: given(some.flatMap((r) => [r.requestedAt, r.decidedAt])),
  };
}

test('every number of a summary is what the rows say, whatever the filter', async () => {
  await fc.assert(
    fc.asyncProperty(narrowFilters(pool()), async (filter) => expectAsPlain(toClauses(filter, now))),
    { numRuns: 30 },
  );
}, 120_000);

describe('every number of a summary is what the rows say', () => {
  const aPackage = () => commonest(made().all, (r) => [r.packageId]);
  const anApprover = () => commonest(made().all, (r) => r.decisions.map(({ approverId }) => approverId));
  const scope = (): Clause => ({
    kind: 'scope',
    field: 'scope',
    grants: [{ packages: [aPackage()], workspaces: null }],
  });
  const cases: [rule: string, clauses: () => Clause[]][] = [
    ['of everything', () => []],
    ['of one package, beside its own earlier time', () => [picked('package', aPackage())]],
    ['of one approver', () => [picked('approver', anApprover())]],
    [
      'of both, where the approver’s time is the baseline',
      () => [picked('package', aPackage()), picked('approver', anApprover())],
    ],
    [
      'of one package in a span, where the baseline ends as the span starts',
      () => [
        picked('package', aPackage()),
        { kind: 'time-range', field: 'time', of: 'requested', from: '2026-07-20T00:00:00Z', to: null },
      ],
    ],
    [
      'of a span before which there is nothing',
      () => [
        picked('package', aPackage()),
        { kind: 'time-range', field: 'time', of: 'decided', from: '2026-01-01T00:00:00Z', to: null },
      ],
    ],
    ['of a brushed time to approve', () => [took(60, 3600)]],
    [
      'of brushed decision times',
      () => [
        {
          kind: 'time-range',
          field: 'decided',
          of: 'decided',
          from: '2026-07-01T00:00:00Z',
          to: '2026-08-01T00:00:00Z',
        },
        took(null, 600),
      ],
    ],
    ['of a text', () => [text('access')]],
    [
      'of a text in one package, quickly',
      () => [text('e'), picked('package', aPackage()), took(null, 86_400)],
    ],
    ['of two texts', () => [text('a'), { kind: 'text', field: 'q', not: true, terms: ['access'] }]],
    ['of nothing', () => [text('\u2400 no such text')]],
    ['of a part that a reader may see', () => [scope()]],
    ['of a part, searched', () => [scope(), text('e'), picked('approver', anApprover())]],
  ];
  test.each(cases)('%s', async (_rule, clauses) => expectAsPlain(clauses()));
});

test('the same numbers again after more has arrived are those of all there is', async () => {
  const { store } = made();
  const before = await summary(store, []);
  expect(await summary(store, [])).toEqual(before);
  await store.write(async (writer) => {
    await saveRecords(writer, [asks('08:00', { request: 800 }), deny('09:00', bea, { request: 800 })]);
    await deriveTouched(writer, null);
  });
  const after = await summary(store, []);
  expect({ requests: after.requests, denied: after.denied }).toEqual({
    requests: before.requests + 1,
    denied: before.denied + 1,
  });
});
