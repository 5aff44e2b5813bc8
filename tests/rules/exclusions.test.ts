import { expect, test } from 'vitest';
import { hiddenAs } from '@/lib/exclusions';
import type { Clause } from '@/lib/filter/clause';
import { defaultView } from '@/lib/filter/view';

const about = { owner: 'SOC', reason: 'Known good.', expires: '2027-03-31' };
const rules = {
  usable: ['Sync job', 'Secret project'].map((name) => ({ ...about, name, clauses: [] })),
  notApplied: [{ name: 'Old secret', why: 'It expired at the end of 2020-01-01 (UTC).' }],
};
const told = (scope: Clause[]) => hiddenAs({ rules, view: defaultView, scope }, [3, 0]);

test('who may see everything is told of every rule, also of those that hide nothing', () => {
  expect(told([])).toEqual({
    applied: true,
    requests: 3,
    rules: [
      { ...about, name: 'Sync job', hides: 3 },
      { ...about, name: 'Secret project', hides: 0 },
    ],
    notApplied: rules.notApplied,
  });
});

test('who may see a part is told only of the rules that hide a request of theirs', () => {
  expect(told([{ kind: 'scope', field: 'scope', grants: [] }])).toEqual({
    applied: true,
    requests: 3,
    rules: [{ ...about, name: 'Sync job', hides: 3 }],
    notApplied: [],
  });
});
