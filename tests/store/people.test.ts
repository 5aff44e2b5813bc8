import { describe, expect, test } from 'vitest';
import type { Clause } from '@/lib/filter/clause';
import type { AccessRequest } from '@/lib/request';
import { people, withoutPeople } from '@/lib/store/people';
import { personPage } from '@/lib/store/personPage';
import { matches } from '../filter/plainPredicate';
import { alex, approve, asks, bea, decides, governance, ours } from './build';
import { withStore } from './folding';
import { isWorthALook, told, tooks } from './plainSummary';
import { commonest, sampled } from './sampled';

const made = sampled(400);
const page = { order: null, find: '', page: 1, pageSize: 500 };

expect.addEqualityTesters([
  (one, other) =>
    typeof one === 'number' && typeof other === 'number' ? Math.abs(one - other) < 0.0015 : undefined,
]);

/** The row of one person in plain TypeScript, but for the names. */
function plainRow(id: string, tenant: string, all: readonly AccessRequest[]) {
  const rows = all.filter((r) => r.tenant === tenant);
  const asked = rows.filter((r) => r.requestorId === id);
  const received = rows.filter((r) => r.targetId === id);
  const decisions = rows.flatMap((r) =>
    r.decisions.filter(({ approverId }) => approverId === id).map((decision) => ({ r, decision })),
  );
  const deciding = decisions.filter(
    ({ r, decision }) => r.outcome === 'approved' && r.sources.decidedAt === decision.record,
  );
  const parts = [...new Set([...asked, ...received, ...decisions.map(({ r }) => r)])];
  const own = tooks(deciding.map(({ r }) => r));
  const noReason = decisions.filter(({ decision }) =>
    ['empty', 'absent'].includes(decision.justification.state),
  ).length;
  return {
    id,
    tenant,
    requests: parts.length,
    worth: parts.filter(isWorthALook).length,
    asked: asked.length,
    received: received.length,
    decided: decisions.length,
    denied: decisions.filter(({ decision }) => decision.verdict === 'denied').length,
    medianSeconds: told(own, 0.5),
    p5Seconds: told(own, 0.05),
    approved: deciding.length,
    noReason,
    noReasonShare: decisions.length < 20 ? null : noReason / decisions.length,
    packages: new Set(parts.flatMap((r) => r.packageId ?? [])).size,
    lastAt: parts
      .map((r) => r.firstRecordAt)
      .sort()
      .at(-1),
  };
}

const idsOf = (r: AccessRequest) => [
  r.requestorId,
  r.targetId,
  ...r.decisions.map(({ approverId }) => approverId),
];

function plainRows(all: readonly AccessRequest[]) {
  const keys = new Set(
    all.flatMap((r) => idsOf(r).flatMap((id) => (id === null ? [] : [`${id} ${r.tenant}`]))),
  );
  return [...keys].map((key) => {
    const [id = '', tenant = ''] = key.split(' ');
    return plainRow(id, tenant, all);
  });
}

const filters: [rule: string, clauses: Clause[]][] = [
  ['of everything', []],
  ['of denials', [{ kind: 'one-of', field: 'outcome', not: false, values: ['denied'] }]],
];

describe('the list of people', () => {
  test.each(filters)('%s has the numbers of the rows', async (_rule, clauses) => {
    const { store, all } = made();
    const matching = all.filter((r) => matches(r, clauses));
    const { rows, total } = await people(store, clauses, page);
    const expected = plainRows(matching).sort((a, b) => b.requests - a.requests || (a.id < b.id ? -1 : 1));
    expect(rows.map(({ name, displayName, ...row }) => row)).toEqual(expected.slice(0, 500));
    expect(total).toBe(expected.length);
    expect(await withoutPeople(store, clauses)).toBe(
      matching.filter((r) => idsOf(r).every((id) => id === null)).length,
    );
  });
  test('names people and applications, and finds them by either name', async () => {
    const grants = ours(
      'Entitlement Management creates access package assignment request for user',
      '08:00',
      governance,
    );
    await withStore([[grants]], async (store) => {
      const { rows } = await people(store, [], { ...page, order: { by: 'name', descending: false } });
      expect(rows.map(({ name, displayName }) => [name, displayName])).toEqual([
        [alex.upn, alex.name],
        [governance.name, governance.name],
      ]);
      const found = await people(store, [], { ...page, find: 'ALEX RIV' });
      expect(found.rows.map(({ id }) => id)).toEqual([alex.id]);
    });
  });
});

describe('one person', () => {
  test('has the numbers of their row within the filter, and who they approved most', async () => {
    const { store, all } = made();
    const id = commonest(all, (r) => r.decisions.map(({ approverId }) => approverId));
    const found = await personPage(store, [], id);
    const { requests, worth, asked, received, decided, approved } = plainRow(id, found.tenant, all);
    expect(found).toMatchObject({ id, requests, worth, asked, received, decided, approved });
    const approvedBy = all.filter((r) =>
      r.decisions.some(({ approverId, verdict }) => approverId === id && verdict === 'approved'),
    );
    expect(found.pairsAsApprover.reduce((sum, { requests }) => sum + requests, 0)).toBe(approvedBy.length);
    for (const pair of found.pairsAsApprover)
      expect(pair.requests).toBe(approvedBy.filter((r) => r.requestorId === pair.requestorId).length);
  });
  test('is not there when no request names them', async () => {
    await expect(personPage(made().store, [], 'nobody')).rejects.toThrow('No person');
  });
  test('whom two tenants hold needs the tenant to be named, but not among those chosen', async () => {
    const of = (tenant: string, request: number) =>
      [
        asks('08:00', { request }),
        decides('approved', '09:00', bea, 'ok', { request }),
        approve('09:00', bea, { request }),
      ].map((record) => ({ ...record, id: `${record.id} ${tenant}`, tenant }));
    await withStore([[...of('one', 1), ...of('two', 2)]], async (store) => {
      await expect(personPage(store, [], bea.id)).rejects.toThrow('one, two');
      const one: Clause = { kind: 'one-of', field: 'tenant', not: false, values: ['one'] };
      expect(await personPage(store, [one], bea.id)).toMatchObject({
        tenant: 'one',
        decided: 1,
        name: bea.upn,
      });
    });
  });
});
