import { expect, test } from 'vitest';
import { requestDetail } from '@/lib/store/requestDetail';
import { withChecks } from '../checks/checking';
import {
  alex,
  approve,
  asks,
  autoApprove,
  bea,
  decides,
  deny,
  fulfilment,
  record,
  requestId,
} from '../store/build';

const role = record('Add member to role', '08:00:30', fulfilment, {
  but: {
    category: 'RoleManagement',
    targetResources: JSON.stringify([
      { id: alex.id, type: 'User', modifiedProperties: [] },
      { id: 'f0f0', type: 'Role', displayName: 'Helpdesk Administrator', modifiedProperties: [] },
    ]),
  },
});
const reason = 'On call from tonight';
const records = [
  asks('08:00', { reason }),
  autoApprove('08:00:02'),
  role,
  asks('09:00', { request: 2, by: bea, receiver: bea, reason: 'ON CALL  from tonight' }),
  decides('approved', '09:30', alex, 'ok', { request: 2 }),
  approve('09:30:02', alex, { request: 2 }),
  asks('10:00', { request: 3 }),
  decides('denied', '10:30', bea, 'no', { request: 3 }),
  deny('10:30:02', bea, { request: 3 }),
];

test('what a grant reached is told apart from no such record and from no grant', () =>
  withChecks([records], { ids: [], patterns: [] }, async (store) => {
    const [first, second, third] = await Promise.all(
      [1, 2, 3].map((n) => requestDetail(store, [], requestId(n), null)),
    );
    expect(first?.reached).toEqual([
      {
        kind: 'directory-role',
        id: 'f0f0',
        name: 'Helpdesk Administrator',
        role: null,
        isRoleAssignable: true,
        at: '2026-08-03T08:00:30Z',
        record: role.id,
      },
    ]);
    expect(second?.reached).toBeNull();
    expect(third?.reached).toEqual([]);
  }));

test('the same words are counted with this request and listed without it', () =>
  withChecks([records], { ids: [], patterns: [] }, async (store) => {
    const { sameWords } = await requestDetail(store, [], requestId(1), null);
    expect(sameWords).toMatchObject({
      uses: 2,
      people: 2,
      packages: 1,
      others: [{ requestId: requestId(2) }],
    });
    expect((await requestDetail(store, [], requestId(3), null)).sameWords).toBeNull();
  }));
