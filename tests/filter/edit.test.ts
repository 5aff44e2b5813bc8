import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toClauses } from '@/lib/filter/clauses';
import { describeFilter } from '@/lib/filter/describe';
import * as edit from '@/lib/filter/edit';
import { emptyFilter } from '@/lib/filter/fields';
import type { Filter } from '@/lib/filter/filter';
import { parseSearch, printSearch } from '@/lib/filter/search';
import { defaultView } from '@/lib/filter/view';
import { filters } from './arbitraries';

function check(before: string, change: (filter: Filter) => Filter, after: string) {
  expect(printSearch(change(parseSearch(before).filter))).toBe(after);
}

describe('changing a filter', () => {
  test('a value is added once, in the order of the field', () => {
    check(
      'outcome:denied',
      (filter) => edit.addValue(filter, 'outcome', 'approved'),
      'outcome:approved,denied',
    );
    check('approver:b', (filter) => edit.addValue(filter, 'approver', 'a'), 'approver:b,a');
    check('approver:b', (filter) => edit.addValue(filter, 'approver', 'b'), 'approver:b');
    check('approver:b', (filter) => edit.addValue(filter, 'approver', 'b', true), 'approver:b -approver:b');
  });

  test('an object id from the data takes the one spelling of ids', () => {
    const id = '3F2504E0-4F89-41D3-9A0C-0305E82C3301';
    check('', (filter) => edit.addValue(filter, 'approver', id), `approver:${id.toLowerCase()}`);
  });

  test('a value is removed from the list of its own sign only', () => {
    check(
      'outcome:denied -outcome:denied,expired',
      (filter) => edit.removeValue(filter, 'outcome', 'denied', true),
      'outcome:denied -outcome:expired',
    );
    check('outcome:denied', (filter) => edit.removeValue(filter, 'outcome', 'denied'), '');
  });

  test('a toggled value comes and goes', () => {
    check('', (filter) => edit.toggleValue(filter, 'kind', 'direct'), 'kind:direct');
    check('kind:direct', (filter) => edit.toggleValue(filter, 'kind', 'direct'), '');
  });

  test('a negated chip joins what is negated already', () => {
    check(
      'approver:a,b -approver:c',
      (filter) => edit.toggleNot(filter, 'approver', false),
      '-approver:c,a,b',
    );
    check('-q', (filter) => edit.toggleNot(filter, 'q', true), 'q');
  });

  test('a range is left out once, and its own chip takes it back', () => {
    const range = { of: 'took', from: 10, to: 30 } as const;
    check('-took:<1s', (filter) => edit.leaveOut(filter, 'notTook', range), '-took:<1s -took:10s..30s');
    check('-took:10s..30s', (filter) => edit.leaveOut(filter, 'notTook', range), '-took:10s..30s');
    check(
      '-took:<1s,10s..30s',
      (filter) => edit.removeChip(filter, describeFilter(filter)[1] ?? expect.fail('no chip')),
      '-took:<1s',
    );
  });

  test('removing each chip leaves a filter that keeps everything', () => {
    fc.assert(
      fc.property(filters(), (filter) => {
        const left = describeFilter(filter).reduce(edit.removeChip, filter);
        expect(toClauses(left, '2026-10-18T00:00:00Z')).toEqual([]);
      }),
    );
  });

  test('the filter given is left as it was', () => {
    const { filter } = parseSearch('outcome:denied took:<60s');
    const copy = structuredClone(filter);
    edit.addValue(filter, 'outcome', 'expired');
    edit.setTook(filter, { min: null, max: 5 });
    expect(filter).toEqual(copy);
  });

  test('typed text is read as the URL reads it', () => {
    expect(edit.readValues('q', 'month "end of"')).toEqual({ value: ['month', 'end of'] });
    expect(edit.readValues('approver', ' ')).toHaveProperty('wrong');
  });

  test('a frozen filter has the same clauses at any later time', () => {
    const [now, later] = ['2026-10-18T09:30:00.125Z', '2027-01-01T00:00:00Z'];
    fc.assert(
      fc.property(filters(), (filter) => {
        expect(toClauses(edit.freeze(filter, now), later)).toEqual(toClauses(filter, now));
      }),
    );
  });

  test('another filter starts on the first page, without what a copied link said of its rows', () => {
    const copied = { asof: '2026-10-18T14:02:00Z', digest: { rows: 1, hash: '0'.repeat(32) } };
    expect(edit.withFilter({ ...defaultView, ...copied, page: 7 }, emptyFilter)).toEqual(defaultView);
  });

  test('exclusion rules go off on the first page, with the filter as it was, and along to other pages', () => {
    const { filter } = parseSearch('outcome:denied');
    const off = edit.withRules({ ...defaultView, filter, page: 7 }, 'off');
    expect(off).toEqual({ ...defaultView, filter, rules: 'off' });
    expect(edit.onlyTime(off)).toEqual({ ...defaultView, rules: 'off' });
  });
});
