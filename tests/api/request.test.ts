import { describe, expect, test } from 'vitest';
import { GET } from '@/app/api/requests/[id]/route';
import { answer, detail, error } from './contract';
import { get, loneId, otherTenant, serving, sharedId, tenant } from './serving';

serving();

const ask = (id: string, query = '') => get(GET, `requests/${encodeURIComponent(id)}${query}`, { id });

async function found(id: string, query = '') {
  const { status, body } = await ask(id, query);
  expect(status).toBe(200);
  return answer(detail).parse(body).data;
}

async function refused(status: number, id: string, query = '') {
  const response = await ask(id, query);
  expect(response.status).toBe(status);
  return error.parse(response.body).error;
}

describe('one request', () => {
  test('has its timeline, oldest first, and the record behind each line', async () => {
    const { timeline, records } = await found(sharedId, `?tenant=${tenant}`);
    const times = timeline.map(({ at }) => Date.parse(at));
    expect(times).toEqual([...times].sort((one, other) => one - other));
    expect(records.map(({ key }) => key)).toEqual(timeline.map(({ record }) => record));
    expect(timeline.map(({ operation }) => operation)).toEqual(
      records.map(({ record }) => record.OperationName),
    );
  });
  test('is found by its id in any case', async () => {
    expect((await found(loneId.toUpperCase())).requestId).toBe(loneId);
  });
  test('shows its records in the shape of the Log Analytics table', async () => {
    const [first] = (await found(sharedId, `?tenant=${tenant}`)).records;
    expect(first?.record).toMatchObject({
      TimeGenerated: '2026-08-03T08:00:00.1234567Z',
      Category: 'EntitlementManagement',
      AADTenantId: tenant,
      InitiatedBy: { user: { userPrincipalName: 'alex.rivera@contoso.example' } },
      AdditionalDetails: expect.arrayContaining([{ key: 'Justification', value: 'Month-end close support' }]),
    });
  });
});

describe('a request that two tenants hold', () => {
  test('is refused with both of them', async () => {
    const { code, message } = await refused(409, sharedId);
    expect(code).toBe('tenant-needed');
    expect(message).toContain(tenant);
    expect(message).toContain(otherTenant);
  });
  test.each([tenant, otherTenant, otherTenant.toUpperCase()])('is told apart by tenant=%s', async (one) => {
    expect((await found(sharedId, `?tenant=${one}`)).tenant).toBe(one.toLowerCase());
  });
});

describe('a request that is not there', () => {
  test.each([
    ['an unknown id', '00000000-0000-4000-8000-000000000000', ''],
    ['no id at all', 'nonsense', ''],
    ['SQL for an id', "' OR 1=1 --", ''],
    ['an id of another tenant', loneId, `?tenant=${tenant}`],
  ])('%s', async (_rule, id, query) => {
    expect((await refused(404, id, query)).code).toBe('not-found');
  });
});

test.each([
  ['?outcome=denied', 'outcome'],
  ['?nonsense=1', 'nonsense'],
  ['?-tenant=x', '-tenant'],
])('a parameter it does not take is refused and named: %s', async (query, named) => {
  const { code, message } = await refused(400, loneId, query);
  expect(code).toBe('bad-parameter');
  expect(message).toContain(named);
});

test('two tenants at once are refused', async () => {
  expect((await refused(400, sharedId, `?tenant=${tenant}&tenant=${otherTenant}`)).code).toBe(
    'bad-parameter',
  );
});
