import { describe, expect, test } from 'vitest';
import { describeFilter, sentence } from '@/lib/filter/describe';
import { parseSearch } from '@/lib/filter/search';

const id = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
const naming = { names: { [id]: 'María Ortega' }, timeZone: 'UTC' };

describe('a filter in words', () => {
  test.each([
    ['', 'all requests'],
    [
      'approver:ortega took:<60s -outcome:denied',
      'approver contains ortega, outcome is not denied, took under 60 s',
    ],
    ['outcome:assigned,policy-assigned', 'outcome is assigned directly or assigned by policy'],
    ['-outcome:denied,expired,cancelled', 'outcome is not denied, expired or cancelled'],
    ['outcome:denied -outcome:expired', 'outcome is denied, outcome is not expired'],
    [`approver:${id}`, 'approver is María Ortega'],
    [`approver:${id},kovacs`, 'approver is María Ortega or contains kovacs'],
    [`-approver:${id},kovacs`, 'approver is not María Ortega and does not contain kovacs'],
    ['target:00000000-0000-4000-8000-000000000000', 'target is 00000000-0000-4000-8000-000000000000'],
    ['package:"Finance, ERP"', 'package contains “Finance, ERP”'],
    [
      'month "end of" -test -dummy',
      'reason or name contains month and “end of”, reason or name does not contain test or dummy',
    ],
    ['reason:none', 'requestor’s reason is left empty or not recorded'],
    ['took:>=2h', 'took at least 2 h'],
    ['took:90s..5m', 'took from 90 s to under 5 m'],
    ['-took:10s..30s,>=7d', 'took not from 10 s to under 30 s, took not at least 7 d'],
    ['-requested:2026-08-03..2026-08-04', 'requested not on 3 Aug 2026 UTC'],
    ['-decided:2026-08-03..2026-08-05', 'decided not from 3 Aug 2026 00:00 to 5 Aug 2026 00:00 UTC'],
    ['range:7d', 'requested in the last 7 days'],
    ['range:1h by:decided', 'decided in the last 1 hour'],
    ['after:2026-10-01 before:2026-11-01', 'requested from 1 Oct 2026 00:00 to 1 Nov 2026 00:00 UTC'],
    ['after:2026-10-01', 'requested from 1 Oct 2026 00:00 UTC on'],
    ['before:2026-10-01T08:30:00.5Z', 'requested before 1 Oct 2026 08:30:00.5 UTC'],
    ['arrivedAfter:2026-10-01', 'first record arrived after 1 Oct 2026 00:00 UTC'],
    [
      'arrivedAfter:2026-10-01 arrivedBy:2026-10-02T08:30:00Z arrived:latest',
      'latest record arrived after 1 Oct 2026 00:00 UTC and by 2 Oct 2026 08:30 UTC',
    ],
  ])('%s: %s', (search, words) => {
    const { filter, problems } = parseSearch(search);
    expect(problems).toEqual([]);
    expect(sentence(filter, naming)).toBe(words);
  });

  test('times are in the zone of the view', () => {
    const { filter } = parseSearch('after:2026-10-01');
    expect(sentence(filter, { names: {}, timeZone: 'Asia/Kolkata' })).toBe(
      'requested from 1 Oct 2026 05:30 Asia/Kolkata on',
    );
  });

  test('a day that is left out is a day of the zone of the view only', () => {
    const { filter } = parseSearch('-requested:2026-08-02T18:30:00Z..2026-08-03T18:30:00Z');
    expect(sentence(filter, { names: {}, timeZone: 'Asia/Kolkata' })).toBe(
      'requested not on 3 Aug 2026 Asia/Kolkata',
    );
    expect(sentence(filter)).toBe('requested not from 2 Aug 2026 18:30 to 3 Aug 2026 18:30 UTC');
  });

  test('a name in the list of names is only that of its own id', () => {
    expect(sentence(parseSearch('approver:constructor').filter, naming)).toBe(
      'approver contains constructor',
    );
  });

  test('a chip names its parameters and each of its values', () => {
    const { filter } = parseSearch(`-approver:${id},kovacs took:1m..5m by:decided range:7d`);
    expect(describeFilter(filter, naming)).toEqual([
      {
        field: 'time',
        not: false,
        params: ['range', 'time'],
        label: 'decided',
        verb: 'in the last',
        words: '7 days',
        values: [],
      },
      {
        field: 'approver',
        not: true,
        params: ['-approver'],
        label: 'approver',
        verb: 'is not',
        words: 'María Ortega and does not contain kovacs',
        values: [
          { value: id, words: 'María Ortega' },
          { value: 'kovacs', words: 'kovacs' },
        ],
      },
      {
        field: 'took',
        not: false,
        params: ['tookMin', 'tookMax'],
        label: 'took',
        verb: 'from',
        words: '60 s to under 5 m',
        values: [],
      },
    ]);
  });
});
