import { describe, expect, test } from 'vitest';
import { GET as ofView } from '@/app/api/kql/route';
import { GET as ofRequest } from '@/app/api/requests/[id]/kql/route';
import { huntingQueryText } from '@/lib/source/kql/huntingQuery';
import { complaints } from '../source/kql/kusto';
import { answer, error, kql } from './contract';
import { samplePackage } from './everyRoute';
import { get, loneId, otherTenant, serving, sharedId, tenant } from './serving';

serving();

async function found(query: string) {
  const { status, body } = await get(ofView, `kql?${query}`, {});
  expect(status).toBe(200);
  return answer(kql).parse(body).data;
}

describe('for a view', () => {
  test('a few requests are named by their ids, and nothing else is reached', async () => {
    const { records, exact, about, requests } = await found(`package=${samplePackage}&outcome=approved`);
    expect({ exact, requests }).toEqual({ exact: true, requests: 2 });
    expect(records?.kql).toContain(`let requestIds = dynamic(["${sharedId}"`);
    expect(complaints(records?.kql ?? '')).toEqual([]);
    expect(about).toMatch(/^Gets the \d+ audit records of these 2 requests: /);
  });

  test('no request has no query, and the published one has the time that was chosen', async () => {
    const { records, about, huntingQuery } = await found(
      'q=nobody%20ever%20wrote%20this&from=2026-08-01&to=2026-08-02',
    );
    expect(records).toBeNull();
    expect(about).toBe('No request matches, so there is no record to get.');
    expect(huntingQuery).toMatchObject({
      kql: huntingQueryText(),
      timespan: { from: '2026-08-01T00:00:00.000Z', to: '2026-08-02T00:00:00.000Z' },
    });
  });

  test('records from files open nowhere, and that is said', async () => {
    const { records } = await found('');
    expect(records).toMatchObject({ links: [], unlinked: expect.stringContaining('read from files') });
  });
});

describe('for one request', () => {
  const ask = (id: string, query = '') => get(ofRequest, `requests/${id}/kql?${query}`, { id });
  test('its records are reached by its id', async () => {
    const { status, body } = await ask(loneId);
    expect(status).toBe(200);
    const { records, exact, requests, huntingQuery } = answer(kql).parse(body).data;
    expect({ exact, requests }).toEqual({ exact: true, requests: 1 });
    expect(records?.kql).toContain(loneId);
    expect(huntingQuery).not.toBeNull();
  });
  test('an id of two tenants needs one', async () => {
    const { status, body } = await ask(sharedId);
    expect(status).toBe(409);
    expect(error.parse(body).error.code).toBe('tenant-needed');
  });
  test.each([tenant, otherTenant])('an id of two tenants is found in each', async (of) => {
    const { status, body } = await ask(sharedId, `tenant=${of}`);
    expect(status).toBe(200);
    expect(answer(kql).parse(body).data.records?.kql).toContain(sharedId);
  });
});
