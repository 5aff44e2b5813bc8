import { describe, expect, test } from 'vitest';
import type { Clause } from '@/lib/filter/clause';
import { searchedFacet } from '@/lib/store/facets';
import type { Store } from '@/lib/store/open';
import { summary } from '@/lib/store/summary';
import { facetFields } from '@/lib/summary';
import {
  alex,
  approve,
  asks,
  autoApprove,
  bea,
  chen,
  decides,
  governance,
  ours,
  payables,
  portal,
} from './build';
import { withStore } from './folding';

const stone = { ...alex, upn: 'alex.stone@contoso.example' };
const records = [
  asks('08:00', { request: 1 }),
  decides('approved', '09:00', bea, 'ok', { request: 1 }),
  decides('approved', '09:10', chen, '', { request: 1 }),
  approve('09:10', chen, { request: 1 }),
  asks('10:00', { request: 2, by: stone, receiver: stone, package: portal }),
  autoApprove('10:01', { request: 2, receiver: stone, package: portal }),
  ours('Entitlement Management creates access package assignment request for user', '11:00', governance, {
    request: 3,
    receiver: stone,
  }),
];

const withRecords = <T>(use: (store: Store) => Promise<T>) => withStore([records], use);
const find = (field: (typeof facetFields)[number], text: string, clauses: readonly Clause[] = []) =>
  withRecords((store) => searchedFacet(store, clauses, field, text));
const package_ = (...ids: string[]): Clause => ({
  kind: 'any-of',
  field: 'package',
  not: false,
  ids,
  texts: [],
});

describe('a facet', () => {
  test('tells people by their newest name and applications by theirs', async () => {
    const { values } = await find('requestor', '');
    expect(values).toEqual([
      { value: alex.id, name: 'alex.stone@contoso.example', requests: 2 },
      { value: governance.servicePrincipalId, name: governance.name, requests: 1 },
    ]);
  });
  test('counts a request once for each of its approvers', async () => {
    const { values } = await find('approver', '');
    expect(values).toEqual([
      { value: bea.id, name: bea.upn, requests: 1 },
      { value: chen.id, name: chen.upn, requests: 1 },
    ]);
  });
  test('tells every word, those that nothing has with 0', async () => {
    const { values, more } = await find('outcome', '');
    expect(values.slice(0, 3)).toEqual([
      { value: 'approved', name: null, requests: 1 },
      { value: 'auto-approved', name: null, requests: 1 },
      { value: 'policy-assigned', name: null, requests: 1 },
    ]);
    expect(values.slice(3).every(({ requests }) => requests === 0)).toBe(true);
    expect([values.length, more]).toEqual([9, 0]);
  });
  test('tells a chosen value that nothing matches, by its name where the data have one', async () => {
    const unknown = '00000000-0000-4000-8000-000000000000';
    const clauses: Clause[] = [
      package_(portal.id, unknown),
      { kind: 'one-of', field: 'outcome', not: false, values: ['approved'] },
    ];
    expect((await find('package', '', clauses)).values).toEqual([
      { value: payables.id, name: 'Payables', requests: 1 },
      { value: unknown, name: null, requests: 0 },
      { value: portal.id, name: 'Partner Portal', requests: 0 },
    ]);
  });
});

describe('a searched facet', () => {
  const cases: [
    rule: string,
    field: (typeof facetFields)[number],
    text: string,
    values: (string | null)[],
  ][] = [
    ['by part of a name, in any case', 'package', 'PART', [portal.id]],
    ['by the name of today', 'requestor', 'stone', [alex.id]],
    ['not by a former name', 'requestor', 'rivera', []],
    ['by part of an id', 'approver', bea.id.slice(-4), [bea.id]],
    ['by the words of a value', 'outcome', 'by policy', ['policy-assigned']],
    ['by nothing else', 'package', '%', []],
  ];
  test.each(cases)('%s', async (_rule, field, text, values) => {
    expect((await find(field, text)).values.map(({ value }) => value)).toEqual(values);
  });
  test('lists 50 of many, and says how many more there are', async () => {
    const many = Array.from({ length: 61 }, (_, place) =>
      asks('08:00', { request: place + 1, package: { id: `package-${place}`, name: `Package ${place}` } }),
    );
    const [first, searched] = await withStore([many], (store) =>
      Promise.all([searchedFacet(store, [], 'package', ''), searchedFacet(store, [], 'package', 'age 1')]),
    );
    expect([first.values.length, first.more]).toEqual([50, 11]);
    expect([searched.values.length, searched.more]).toEqual([11, 0]);
  });
});

describe('a facet and a chart leave their own clause out', () => {
  const only = (field: Clause['field']): Clause | null => {
    switch (field) {
      case 'package':
        return package_(portal.id);
      case 'approver':
        return { kind: 'any-of', field, not: false, ids: [bea.id], texts: [] };
      case 'outcome':
        return { kind: 'one-of', field, not: false, values: ['auto-approved'] };
      case 'took':
        return { kind: 'number-range', field, min: 1_000_000, max: null };
      case 'decided':
        return { kind: 'time-range', field, of: 'decided', from: '2026-09-01T00:00:00Z', to: null };
      default:
        return null;
    }
  };
  test.each(['package', 'approver', 'outcome', 'took', 'decided'] as const)('%s', async (field) => {
    const clause = only(field);
    if (clause === null) throw new Error('a clause for each field');
    const [free, own] = await withRecords((store) =>
      Promise.all([summary(store, []), summary(store, [clause])]),
    );
    const ownCharts = {
      package: ['packages'],
      approver: ['approvers'],
      outcome: [],
      took: ['took', 'scatter'],
      decided: ['scatter', 'weeks'],
    } as const;
    for (const chart of ownCharts[field]) expect(own[chart]).toEqual(free[chart]);
    for (const facet of facetFields)
      if (facet === field) expect(own.facets[facet]).toEqual(free.facets[facet]);
    expect(own.requests).toBeLessThan(free.requests);
  });
});
