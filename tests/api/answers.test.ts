import { describe, expect, test } from 'vitest';
import { GET as getCoverage } from '@/app/api/coverage/route';
import { GET as getHunting } from '@/app/api/hunting-query/route';
import { GET as getRequests } from '@/app/api/requests/route';
import { GET as getSummary } from '@/app/api/summary/route';
import { answer, error, hunting, report, requests, summary } from './contract';
import { get, otherTenant, serving, tenant } from './serving';

serving();

async function summaryOf(query: string) {
  return answer(summary).parse((await get(getSummary, `summary?${query}`, {})).body).data;
}
async function totalOf(query: string) {
  return answer(requests).parse((await get(getRequests, `requests?${query}`, {})).body).data.total;
}
async function huntingOf(query: string) {
  return answer(hunting).parse((await get(getHunting, `hunting-query?${query}`, {})).body).data;
}

describe('the summary', () => {
  test.each(['', 'outcome=denied', 'q=access', 'requestorReason=given', '-kind=request', `tenant=${tenant}`])(
    'of “%s” counts what the rows show, each number without its own clause',
    async (query) => {
      const found = await summaryOf(query);
      const rest = (own: string) =>
        query
          .split('&')
          .filter((part) => !part.includes(`${own}=`))
          .join('&');
      expect(found.requests).toBe(await totalOf(query));
      expect(found.all).toBe(await totalOf(''));
      expect(found.approvedByPeople).toBe(await totalOf(`${rest('outcome')}&outcome=approved`));
      expect(found.denied).toBe(await totalOf(`${rest('outcome')}&outcome=denied`));
      expect(found.pending).toBe(await totalOf(`${rest('outcome')}&outcome=pending`));
      expect(found.noHumanDecision).toBe(
        await totalOf(`${rest('outcome')}&outcome=auto-approved&outcome=assigned&outcome=policy-assigned`),
      );
      expect(found.noReason).toBe(
        await totalOf(`${rest('requestorReason')}&requestorReason=empty&requestorReason=absent`),
      );
    },
  );
  test('tells a median only from eight approvals on', async () => {
    const many = await summaryOf('');
    expect(many.medianOf).toBeGreaterThanOrEqual(8);
    expect(many.medianSeconds).toBeGreaterThan(0);
    const few = await summaryOf('requestor=alex.rivera');
    expect(few).toMatchObject({ medianOf: 1, medianSeconds: null });
  });
  test.each(['sort=requested', 'page=1', 'open=x'])('does not take %s', async (query) => {
    expect((await get(getSummary, `summary?${query}`, {})).status).toBe(400);
  });
});

describe('the hunting query', () => {
  test('answers its rows and what it misses, which together are every request', async () => {
    const found = await huntingOf('');
    expect(found.total).toBe(found.rows.length);
    expect(found.missedTotal).toBe(found.missed.length);
    const seen = new Set(found.rows.map((row) => row.RequestID.toLowerCase()));
    expect(seen.size + found.missedTotal).toBe(await totalOf(''));
    const reasons = found.missed.flatMap((missed) => missed.reasons.map(({ code }) => code));
    for (const { code, requests } of found.missedReasons)
      expect(reasons.filter((one) => one === code)).toHaveLength(requests);
  });
  test('is bound by from and to, the end exclusive', async () => {
    const found = await huntingOf('from=2026-08-03&to=2026-08-04');
    expect(found.rows.every((row) => row.TimeRequested.startsWith('2026-08-03'))).toBe(true);
    expect(found.rows.some((row) => row.RequestID === 'd1e5e000-0000-4000-9000-000000000001')).toBe(true);
    expect(
      (await huntingOf('to=2026-08-03T08:00:00.1234567Z')).rows.some(
        (row) => row.TimeRequested >= '2026-08-03T08:00:00.1234567Z',
      ),
    ).toBe(false);
  });
  test('pages add up to all of it', async () => {
    const whole = await huntingOf('');
    const rows: unknown[] = [];
    for (let page = 1; page <= Math.ceil(whole.total / 7) + 1; page++)
      rows.push(...(await huntingOf(`page=${page}&pageSize=7`)).rows);
    expect(rows).toEqual(whole.rows);
  });
  test.each(['from=1600-01-01', 'to=9999-12-31', 'from=2300-01-01'])(
    'a time far off is a time: %s',
    async (query) => {
      expect((await huntingOf(query)).total).toBe(query.includes('2300') ? 0 : (await huntingOf('')).total);
    },
  );
  test.each(['outcome=denied', 'range=7d', 'from=x', 'tenant=x', '-from=2026-01-01'])(
    'does not take %s',
    async (query) => {
      const { status, body } = await get(getHunting, `hunting-query?${query}`, {});
      expect(status).toBe(400);
      expect(error.parse(body).error.message).toContain(query);
    },
  );
});

describe('the coverage', () => {
  test('says what was read and what became of it', async () => {
    const { data, meta } = answer(report).parse((await get(getCoverage, 'coverage', {})).body);
    const { records } = data;
    expect(data).toMatchObject({ ...meta.coverage, state: 'complete', failure: null, listed: [] });
    expect(data.files).toMatchObject({ found: 3, read: 3 });
    expect(data.requests).toBe(await totalOf(''));
    expect(new Set(data.tenants)).toEqual(
      new Set([tenant, otherTenant, '0c3f9a52-81d7-4b6e-a2c4-7d5e10f8b396']),
    );
    const kept = records.ours + records.approvalsElsewhere + records.context + records.waiting;
    expect(kept + records.elsewhere + records.duplicates).toBe(records.read);
    expect(data.unlinkedOperations.reduce((sum, { records }) => sum + records, 0)).toBe(records.unlinked);
  });
  test('takes no parameters', async () => {
    expect((await get(getCoverage, 'coverage?from=2026-01-01', {})).status).toBe(400);
  });
});
