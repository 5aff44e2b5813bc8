import { describe, expect, test } from 'vitest';
import { GET } from '@/app/api/requests/route';
import { sortFields } from '@/lib/filter/view';
import type { AccessRequest } from '@/lib/request';
import { answer, error, requests } from './contract';
import { get, otherTenant, serving } from './serving';

serving();

async function found(query = '') {
  const { status, body } = await get(GET, `requests?${query}`, {});
  expect(status).toBe(200);
  return answer(requests).parse(body);
}
const keys = (rows: readonly Pick<AccessRequest, 'tenant' | 'requestId'>[]) =>
  rows.map(({ tenant, requestId }) => `${tenant}/${requestId}`);

describe('rows', () => {
  test('have the contract’s shape, every request of them, with what they cover', async () => {
    const { data, meta } = await found('pageSize=500');
    expect(data.total).toBe(data.rows.length);
    expect(meta.coverage).toMatchObject({
      state: 'complete',
      requests: data.total,
      problems: 0,
      progress: 1,
    });
  });
  test('without parameters are a hundred: strongest check first, then most checks, then newest', async () => {
    const { data } = await found();
    const ranks = data.rows.map(({ checks, requestedAt, firstRecordAt }) => [
      ['strong', 'medium', 'low', undefined].indexOf(checks?.[0]?.strength),
      -(checks ?? []).length,
      -Date.parse(requestedAt ?? firstRecordAt),
    ]);
    const before = (one: number[], other: number[]) => {
      const place = one.findIndex((value, at) => value !== other[at]);
      return place < 0 ? 0 : (one[place] ?? 0) - (other[place] ?? 0);
    };
    expect(ranks).toEqual(ranks.toSorted(before));
    expect(new Set(ranks.map(([strength]) => strength)).size).toBeGreaterThan(1);
    expect(data.rows.length).toBe(Math.min(100, data.total));
  });
  test.each(sortFields.flatMap((by) => [by, `-${by}`]))(
    'sorted by %s add up to the total over all pages',
    async (sort) => {
      const first = (await found(`sort=${sort}&pageSize=16`)).data;
      const pages = Math.ceil(first.total / 16);
      const rows = [...first.rows];
      for (let page = 2; page <= pages; page++)
        rows.push(...(await found(`sort=${sort}&pageSize=16&page=${page}`)).data.rows);
      expect(rows).toHaveLength(first.total);
      expect(new Set(keys(rows)).size).toBe(first.total);
    },
  );
  test('past the last page are none, and the total stays', async () => {
    const { total } = (await found()).data;
    expect((await found('page=999999999&pageSize=500')).data).toEqual({ rows: [], total, names: {} });
  });
  test('are those of the filter, and those without it the others', async () => {
    const [all, denied, rest] = await Promise.all(
      ['pageSize=500', 'outcome=denied&pageSize=500', '-outcome=denied&pageSize=500'].map(found),
    );
    expect(denied?.data.rows.every((row) => row.outcome === 'denied')).toBe(true);
    expect((denied?.data.total ?? 0) + (rest?.data.total ?? 0)).toBe(all?.data.total);
    expect(denied?.data.total).toBeGreaterThan(0);
  });
  test('name the objects picked in the filter', async () => {
    const [row] = (await found('package=Finance%20ERP')).data.rows;
    expect(row?.packageId).not.toBeNull();
    const { names, total } = (await found(`package=${row?.packageId}`)).data;
    expect(names).toEqual({ [row?.packageId ?? '']: row?.package });
    expect(total).toBeGreaterThan(0);
  });
  test('of one tenant only', async () => {
    const { rows } = (await found(`tenant=${otherTenant}`)).data;
    expect(new Set(rows.map(({ tenant }) => tenant))).toEqual(new Set([otherTenant]));
  });
});

describe('a request without the time that is asked for', () => {
  test.each([
    ['sort=requested', 'no request record'],
    ['from=2026-01-01', 'no request record'],
    ['sort=-decided', 'no decision time'],
    ['time=decided&from=2026-01-01', 'no decision time'],
  ])('%s: is placed by its first record, and the answer says so', async (query, words) => {
    const { data, meta } = await found(`${query}&pageSize=500`);
    expect(meta.warnings).toEqual(expect.arrayContaining([expect.stringContaining(words)]));
    expect(data.rows.some((row) => row.requestedAt === null)).toBe(true);
  });
  test('says nothing where every request that matches has it', async () => {
    expect((await found('outcome=approved&sort=decided')).meta.warnings).toEqual([]);
  });
});

describe('a parameter that is not understood is refused and named', () => {
  test.each([
    ['nonsense=1', ['nonsense']],
    ['outcom=denied', ['outcom', 'outcome']],
    ['outcome=maybe', ['outcome=maybe']],
    ['outcome=denied&nonsense=1&page=0', ['nonsense=1', 'page=0']],
    ['open=d1e5e000', ['open']],
    ['tz=UTC', ['tz']],
    ['columns=package', ['columns']],
    ['page=0', ['page=0']],
    ['page=-1', ['page=-1']],
    ['page=NaN', ['page=NaN']],
    ['page=1.5', ['page=1.5']],
    ['page=1e3', ['page=1e3']],
    ['page=99999999999999999999', ['page=99999999999999999999']],
    ['page=1&page=2', ['page=1 and page=2']],
    ['pageSize=0', ['pageSize=0']],
    ['pageSize=501', ['pageSize=501']],
    ['sort=colour', ['sort=colour']],
    ['-sort=requested', ['-sort=requested']],
    ['-tookMin=5', ['-tookMin=5']],
    ['-from=2026-01-01', ['-from=2026-01-01']],
    ['tookMin=abc', ['tookMin=abc']],
    ['tookMin=-1', ['tookMin=-1']],
    ['tookMin=9&tookMax=3', ['tookMin', 'tookMax']],
    ['from=yesterday', ['from=yesterday']],
    ['from=2026-02-30', ['from=2026-02-30']],
    ['from=2026-02-02&to=2026-01-01', ['from', 'to']],
    ['range=7d&from=2026-01-01', ['range', 'from']],
    ['range=7x', ['range=7x']],
    ['time=later', ['time=later']],
    ['package=', ['package=']],
    ['q=', ['q=']],
  ])('%s', async (query, named) => {
    const { status, body } = await get(GET, `requests?${query}`, {});
    expect(status).toBe(400);
    const { code, message } = error.parse(body).error;
    expect(code).toBe('bad-parameter');
    for (const words of named) expect(message).toContain(words);
  });
});

describe('values are values', () => {
  test.each([
    "' OR 1=1 --",
    '%',
    '_',
    '\\',
    '"',
    '$v0',
    '\0',
    '\ud800',
    '😀',
    '\u202e',
    '; DROP TABLE requests',
  ])('%j', async (value) => {
    const all = (await found()).data.total;
    for (const parameter of ['q', 'package', 'requestor', 'approver', 'tenant']) {
      const query = new URLSearchParams({
        [parameter]: parameter === 'q' ? `"${value.replaceAll('"', '""')}"` : value,
      });
      const { status } = await get(GET, `requests?${query}`, {});
      expect([200, 400]).toContain(status);
    }
    expect((await found()).data.total).toBe(all);
  });
  test.each(['from=1600-01-01', 'to=9999-12-31', 'from=2300-01-01'])(
    'a time far off is a time: %s',
    async (query) => {
      const [{ data }, all] = [await found(query), await found()];
      expect(data.total).toBe(query === 'from=2300-01-01' ? 0 : all.data.total);
    },
  );
});
