import { describe, expect, test } from 'vitest';
import type { AuditRecord } from '@/lib/audit/record';
import type { Clause, Grant } from '@/lib/filter/clause';
import type { CheckId } from '@/lib/request';
import type { Store } from '@/lib/store/open';
import { recordsBehind } from '@/lib/store/recordsBehind';
import { requestDetail } from '@/lib/store/requestDetail';
import { summary } from '@/lib/store/summary';
import { withChecks } from '../checks/checking';
import { approvalOff, packageTarget, policyTarget } from '../checks/configuring';
import {
  alex,
  approve,
  asks,
  autoApprove,
  bea,
  chen,
  correlationOf,
  dana,
  decides,
  employees,
  fulfilment,
  payables,
  portal,
  record,
  requestId,
} from './build';

const scopeOf = (...grants: Grant[]): Clause[] => [{ kind: 'scope', field: 'scope', grants }];
const ofOne = scopeOf({ packages: null, workspaces: ['one'] });
const ofPayables = scopeOf({ packages: [payables.id], workspaces: null });

const within = (workspaces: string, ...records: AuditRecord[]) =>
  records.map((each) => ({ ...each, workspaces }));
const checked = <T>(records: readonly AuditRecord[], use: (store: Store) => Promise<T>) =>
  withChecks([records], { ids: [], patterns: [] }, use);

/** What one check says of a request, and the keys of the records that are told beside its own. */
async function told(store: Store, id: CheckId, scope: readonly Clause[], number = 1) {
  const { findings, evidence, unanswered } = await requestDetail(store, scope, requestId(number), null);
  return {
    found: findings?.find((finding) => finding.id === id),
    evidence: evidence.map(({ key }) => key),
    unanswered,
  };
}

describe('a reader who may see a part', () => {
  const reason = 'Needed for the quarter close';
  const askedBy = [alex, bea, chen, dana, alex].map((by, place) =>
    asks(`${place + 3} 08:00`, { request: place + 1, by, receiver: by, reason }),
  );
  const [first, second, third, fourth, last] = askedBy;
  if (!first || !second || !third || !fourth || !last) throw new Error('five requests were asked for');
  const reused = [
    ...within('one', first, last),
    ...within('two', decides('approved', '3 09:00', bea, 'ok'), second, third, fourth),
  ];

  test('is told that a check marks a request and how strongly, without sentence, numbers or limits', () =>
    checked(reused, async (store) => {
      const whole = await told(store, 'reused-reason', [], 5);
      expect(whole.found?.sentence).toContain('5 times');
      expect(whole.evidence).toHaveLength(4);
      const part = await told(store, 'reused-reason', ofOne, 5);
      expect(part.found).toEqual({
        id: 'reused-reason',
        strength: 'medium',
        sentence: null,
        limits: null,
        records: [last.id],
      });
      expect(part.unanswered).toEqual([]);
    }));

  test('is told no record of a request that lies in part elsewhere', () =>
    checked(reused, async (store) => {
      expect((await told(store, 'reused-reason', ofOne, 5)).evidence).toEqual([]);
      const both = scopeOf({ packages: [payables.id], workspaces: ['one'] });
      expect((await told(store, 'reused-reason', both, 5)).evidence).toEqual([]);
    }));

  test('is told the request’s own records, which need not name its package', () => {
    const near = { ...bea, ip: alex.ip };
    const decided = decides('approved', '09:00', near, 'ok');
    return checked([asks('08:00'), decided, approve('09:00', near)], async (store) => {
      const { found } = await told(store, 'same-address', ofPayables);
      expect(found?.records.toSorted()).toEqual([decided.id, asks('08:00').id].toSorted());
    });
  });

  test('is told a change of their package, and not one whose record names another package too', () => {
    const granted = [asks('08:00'), autoApprove('08:01')];
    const own = approvalOff('07:00');
    const shared = approvalOff('07:30', {
      targets: [policyTarget(employees), packageTarget(payables), packageTarget(portal)],
    });
    return Promise.all([
      checked([...granted, own], async (store) => {
        const { found, evidence } = await told(store, 'policy-weakened-before', ofPayables);
        expect([found?.records, evidence]).toEqual([[own.id], [own.id]]);
      }),
      checked([...granted, shared], async (store) => {
        const { found, evidence } = await told(store, 'policy-weakened-before', ofPayables);
        expect(found?.strength).toBe('strong');
        expect([found?.records, evidence]).toEqual([[], []]);
        expect((await told(store, 'policy-weakened-before', [])).evidence).toEqual([shared.id]);
      }),
    ]);
  });

  test('is counted the marks of their own requests', () =>
    checked(reused, async (store) => {
      const counts = async (scope: Clause[]) => {
        const { facets, worthALook } = await summary(store, scope);
        const requests = (values: { value: string; requests: number }[], word: string) =>
          values.find(({ value }) => value === word)?.requests;
        return [
          worthALook,
          requests(facets.strength.values, 'medium'),
          requests(facets.check.values, 'reused-reason'),
        ];
      };
      expect(await counts([])).toEqual([3, 3, 3]);
      expect(await counts(ofOne)).toEqual([1, 1, 1]);
    }));

  test('is not counted a record of their requests that another workspace alone holds', () => {
    const strange = record('Add user', '08:30', fulfilment, {
      targets: [{ type: 'Other', id: requestId(2) }],
      but: {
        correlationId: correlationOf(1),
        category: 'UserManagement',
        loggedByService: 'Core Directory',
      },
    });
    const asked = within('one', asks('08:00'), asks('08:10', { request: 2, by: bea }));
    const decided = within('one', decides('approved', '09:00', bea, 'ok'));
    return checked([...asked, ...decided, ...within('two', strange)], async (store) => {
      const others = async (scope: Clause[]) =>
        (await recordsBehind(store, scope, { tenant: 'unknown', requestId: requestId() })).others;
      expect(await others([])).toBe(1);
      expect(await others(ofOne)).toBe(0);
    });
  });
});
