import { describe, expect, test } from 'vitest';
import type { Clause } from '@/lib/filter/clause';
import { toClauses, without } from '@/lib/filter/clauses';
import { emptyFilter } from '@/lib/filter/fields';
import { parseSearch } from '@/lib/filter/search';

const now = '2026-10-18T09:30:00.125Z';
const id = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';

function check(search: string, clauses: Clause[]) {
  expect(toClauses(parseSearch(search).filter, now)).toEqual(clauses);
}

describe('the clauses of a filter', () => {
  test('an empty filter has none', () => {
    check('', []);
    check('by:decided', []);
  });

  test('what must hold and what must not are two clauses', () => {
    check('outcome:denied,expired -outcome:pending', [
      { kind: 'one-of', field: 'outcome', not: false, values: ['denied', 'expired'] },
      { kind: 'one-of', field: 'outcome', not: true, values: ['pending'] },
    ]);
  });

  test('picked objects and typed text are told apart, text is lower-cased', () => {
    check(`-approver:${id.toUpperCase()},"María ORTEGA"`, [
      { kind: 'any-of', field: 'approver', not: true, ids: [id], texts: ['maría ortega'] },
    ]);
  });

  test('search words are composed and lower-cased, each a term', () => {
    check('Month "END OF" -Me\u0301xico', [
      { kind: 'text', field: 'q', not: false, terms: ['month', 'end of'] },
      { kind: 'text', field: 'q', not: true, terms: ['méxico'] },
    ]);
  });

  test('a time to approve is in seconds', () => {
    check('took:1m..1h', [{ kind: 'number-range', field: 'took', min: 60, max: 3600 }]);
    check('took:>=0s', [{ kind: 'number-range', field: 'took', min: 0, max: null }]);
  });

  test('a rolling span ends now', () => {
    const to = '2026-10-18T09:30:00.125Z';
    check('range:24h', [
      { kind: 'time-range', field: 'time', of: 'requested', from: '2026-10-17T09:30:00.125Z', to },
    ]);
    check('range:90d by:decided', [
      { kind: 'time-range', field: 'time', of: 'decided', from: '2026-07-20T09:30:00.125Z', to },
    ]);
  });

  test.each([
    ['this', '2026-11-23T14:02:00Z', '2026-10-01', '2027-01-01'],
    ['last', '2026-11-23T14:02:00Z', '2026-07-01', '2026-10-01'],
    ['this', '2026-01-01T00:00:00Z', '2026-01-01', '2026-04-01'],
    ['last', '2026-01-01T00:00:00Z', '2025-10-01', '2026-01-01'],
    ['this', '2026-03-31T23:59:59.999Z', '2026-01-01', '2026-04-01'],
    ['last', '2026-06-30T23:59:59.999Z', '2026-01-01', '2026-04-01'],
  ] as const)('%s quarter at %s is from %s to %s, in UTC', (which, at, from, to) => {
    const filter = { ...emptyFilter, time: { of: 'decided', span: { kind: 'quarter', which } } } as const;
    expect(toClauses(filter, at)).toEqual([
      { kind: 'time-range', field: 'time', of: 'decided', from: `${from}T00:00:00Z`, to: `${to}T00:00:00Z` },
    ]);
  });

  test('a record that arrived at the very instant had arrived by it, and not after it', () => {
    const [asof, next] = ['2026-10-18T14:02:59.9999999Z', '2026-10-18T14:03:00Z'];
    const bound = (of: 'firstArrived' | 'lastArrived', from: string | null, to: string | null) =>
      ({ kind: 'time-range', field: 'arrived', of, from, to }) as const;
    check(`arrivedAfter:${asof}`, [bound('firstArrived', next, null)]);
    check(`arrivedBy:${asof}`, [bound('firstArrived', null, next)]);
    check(`arrivedBy:${asof} arrived:latest`, [bound('lastArrived', null, next)]);
    check('arrived:latest', []);
  });

  test('an absolute span keeps its ends to 100 ns', () => {
    check('before:2026-10-01T00:00:00.0000001Z', [
      { kind: 'time-range', field: 'time', of: 'requested', from: null, to: '2026-10-01T00:00:00.0000001Z' },
    ]);
  });

  test('a facet sees the filter without its own field', () => {
    const { filter } = parseSearch('outcome:denied -outcome:expired took:<60s');
    expect(without(filter, 'outcome')).toEqual(parseSearch('took:<60s').filter);
    expect(without(filter, 'took')).toEqual(parseSearch('outcome:denied -outcome:expired').filter);
    expect(without(emptyFilter, 'time')).toEqual(emptyFilter);
  });
});
