import { describe, expect, test } from 'vitest';
import type { Clause } from '@/lib/filter/clause';
import type { ListOrder } from '@/lib/filter/view';
import type { AccessRequest } from '@/lib/request';
import { packages, withoutPackage } from '@/lib/store/packages';
import { matches } from '../filter/plainPredicate';
import { isWorthALook, told, tooks } from './plainSummary';
import { sampled } from './sampled';

const made = sampled(400);
const page = { order: null, find: '', page: 1, pageSize: 500 };

expect.addEqualityTesters([
  (one, other) =>
    typeof one === 'number' && typeof other === 'number' ? Math.abs(one - other) < 0.0015 : undefined,
]);

const distinct = (values: readonly (string | null)[]) =>
  new Set(values.filter((value) => value !== null)).size;
const share = (part: number, of: number) => (of < 20 ? null : part / of);

/** The row of one package in plain TypeScript, but for its name. */
function plainRow(id: string, tenant: string, rows: readonly AccessRequest[]) {
  const noHuman = rows.filter((r) =>
    ['auto-approved', 'assigned', 'policy-assigned'].includes(r.outcome),
  ).length;
  const noReason = rows.filter((r) => ['empty', 'absent'].includes(r.requestorJustification.state)).length;
  return {
    id,
    tenant,
    requests: rows.length,
    worth: rows.filter(isWorthALook).length,
    byPeople: tooks(rows).length,
    medianSeconds: told(tooks(rows), 0.5),
    p5Seconds: told(tooks(rows), 0.05),
    noHuman,
    noHumanShare: share(noHuman, rows.length),
    noReason,
    noReasonShare: share(noReason, rows.length),
    denied: rows.filter((r) => r.outcome === 'denied').length,
    pending: rows.filter((r) => r.outcome === 'pending').length,
    approvers: distinct(rows.flatMap((r) => r.decisions.map(({ approverId }) => approverId))),
    requestors: distinct(rows.map((r) => r.requestorId)),
    lastAt: rows
      .map((r) => r.firstRecordAt)
      .sort()
      .at(-1),
  };
}

function plainRows(all: readonly AccessRequest[], clauses: readonly Clause[]) {
  const groups = new Map<string, AccessRequest[]>();
  for (const r of all.filter((each) => matches(each, clauses)))
    if (r.packageId !== null)
      groups.set(`${r.packageId} ${r.tenant}`, [...(groups.get(`${r.packageId} ${r.tenant}`) ?? []), r]);
  return [...groups].map(([key, rows]) => {
    const [id = '', tenant = ''] = key.split(' ');
    return plainRow(id, tenant, rows);
  });
}

describe('the list of packages', () => {
  const filters: [rule: string, clauses: Clause[]][] = [
    ['of everything', []],
    ['of what was approved', [{ kind: 'one-of', field: 'outcome', not: false, values: ['approved'] }]],
    ['of a text', [{ kind: 'text', field: 'q', not: false, terms: ['access'] }]],
    ['of nothing', [{ kind: 'text', field: 'q', not: false, terms: ['\u2400'] }]],
  ];
  test.each(filters)('%s has the numbers of the rows, most requests first', async (_rule, clauses) => {
    const { store, all } = made();
    const { rows, total } = await packages(store, clauses, page);
    const expected = plainRows(all, clauses).sort(
      (a, b) => b.requests - a.requests || (a.id < b.id ? -1 : 1),
    );
    expect(rows.map(({ name, ...row }) => row)).toEqual(expected);
    expect(total).toBe(expected.length);
    expect(await withoutPackage(store, clauses)).toBe(
      all.filter((each) => matches(each, clauses) && each.packageId === null).length,
    );
  });
  test('comes in pages that add up to all of it', async () => {
    const { store } = made();
    const whole = await packages(store, [], page);
    const paged = await Promise.all(
      Array.from({ length: Math.ceil(whole.total / 7) + 1 }, (_, place) =>
        packages(store, [], { ...page, page: place + 1, pageSize: 7 }),
      ),
    );
    expect(paged.flatMap(({ rows }) => rows)).toEqual(whole.rows);
    expect(paged.map(({ total }) => total)).toEqual(paged.map(() => whole.total));
  });
  const orders = ['name', 'worth', 'byPeople', 'medianSeconds', 'noReason', 'approvers', 'lastAt'] as const;
  test.each(orders.flatMap((by) => [[by, true] as const, [by, false] as const]))(
    'by %s, descending: %s, has what is absent last',
    async (by, descending) => {
      const { rows } = await packages(made().store, [], { ...page, order: { by, descending } });
      const values = rows
        .map((row) => row[by])
        .map((one) => (typeof one === 'string' ? one.toLowerCase() : one));
      const given = values.filter((value) => value !== null);
      const sorted = [...given].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
      expect(values.slice(0, given.length)).toEqual(descending ? sorted.reverse() : sorted);
    },
  );
  test('is found by part of a name in any case, and by a whole id', async () => {
    const { store } = made();
    const [first] = (await packages(store, [], page)).rows;
    if (!first?.name) throw new Error('the commonest package has a name');
    const find = async (text: string) => (await packages(store, [], { ...page, find: text })).rows;
    expect((await find(first.name.toUpperCase())).map(({ id }) => id)).toContain(first.id);
    expect(await find(first.id)).toEqual([first]);
    expect(await find(first.id.slice(1))).toEqual([]);
  });
  test.each<ListOrder>(['asked', 'decided'])('has no %s to be ordered by', (by) =>
    expect(() => packages(made().store, [], { ...page, order: { by, descending: true } })).rejects.toThrow(
      by,
    ),
  );
});
