import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Clause } from '@/lib/filter/clause';
import { toClauses } from '@/lib/filter/clauses';
import { parseSearch } from '@/lib/filter/search';
import { countHidden, hiddenBy } from '@/lib/store/hidden';
import { requestCounts } from '@/lib/store/rows';
import { summary } from '@/lib/store/summary';
import { narrowFilters, type Pool } from '../filter/arbitraries';
import { matches } from '../filter/plainPredicate';
import { plainSummary, withoutNames } from './plainSummary';
import { sampled } from './sampled';

const made = sampled(120);
const now = '2026-08-22T00:00:00Z';

const rule = (filter: string): readonly Clause[] => toClauses(parseSearch(filter).filter, now);
const asClause = (rules: readonly (readonly Clause[])[]): Clause => ({
  kind: 'rules',
  field: 'rules',
  rules,
});

function plainly(clauses: readonly Clause[], rules: readonly (readonly Clause[])[]): number[] {
  const asked = made().all.filter((request) => matches(request, clauses));
  const places = asked.map((request) => rules.findIndex((each) => each.length > 0 && matches(request, each)));
  return rules.map((_, place) => places.filter((found) => found === place).length);
}

async function expectToAddUp(clauses: readonly Clause[], rules: readonly (readonly Clause[])[]) {
  const { store } = made();
  const hides = await hiddenBy(store, clauses, rules);
  expect(hides).toEqual(plainly(clauses, rules));
  const [shown, without] = await Promise.all([
    requestCounts(store, [...clauses, asClause(rules)]),
    requestCounts(store, clauses),
  ]);
  expect(shown.total + hides.reduce((sum, each) => sum + each, 0)).toBe(without.total);
}

describe('what exclusion rules hide', () => {
  test.each<[rule: string, filters: string[]]>([
    ['nothing without a rule', []],
    ['what one rule says', ['kind:direct']],
    [
      'what several rules say, each request for the first',
      ['kind:direct', 'outcome:assigned', 'client:powershell'],
    ],
    ['what a rule over names and texts says', ['approver:ortega -q:access', 'requestor:a']],
    ['what a rule says that keeps all others', ['-client:portal -client:unknown']],
    ['nothing by a rule without a clause', ['', 'kind:direct']],
  ])('is %s', async (_rule, filters) => {
    await expectToAddUp([], filters.map(rule));
    await expectToAddUp(rule('outcome:approved,assigned'), filters.map(rule));
  });

  test('adds up for any filter and any rules', async () => {
    const { all } = made();
    const pool: Pool = {
      ids: all.flatMap(({ packageId, requestorId }) => [packageId ?? '', requestorId ?? '']).filter(Boolean),
      texts: all.flatMap(({ requestor }) => requestor ?? []).map((name) => name.slice(0, 5)),
      instants: all.map(({ firstRecordAt }) => firstRecordAt),
    };
    const clauses = narrowFilters(pool).map((filter) => toClauses(filter, now));
    await fc.assert(fc.asyncProperty(clauses, fc.array(clauses, { maxLength: 4 }), expectToAddUp), {
      numRuns: 120,
    });
  }, 60_000);

  test('is told by a snapshot as by the store, whether the question holds the rules or not', async () => {
    const { store } = made();
    const rules = ['kind:direct', 'outcome:denied'].map(rule);
    const snapshot = await store.snapshot();
    try {
      const asked = await countHidden(snapshot, [asClause(rules)], rules);
      expect(asked).toEqual(await hiddenBy(store, [], rules));
    } finally {
      await snapshot.close();
    }
  });

  test('is left out of every number of the summary, in the first view and in any other', async () => {
    const { store, all } = made();
    const rules = asClause(['kind:direct', 'approver:ortega'].map(rule));
    for (const clauses of [[rules], [rules], [...rule('outcome:approved'), rules], [...rule('q:e'), rules]])
      expect(withoutNames(await summary(store, clauses))).toEqual(plainSummary(all, clauses));
  });
});
