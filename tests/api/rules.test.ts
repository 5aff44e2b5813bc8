import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { GET as getManifest } from '@/app/api/export/[id]/route';
import { GET as getExport } from '@/app/api/export/route';
import { GET as getFacet } from '@/app/api/facets/[field]/route';
import { GET as getHunting } from '@/app/api/hunting-query/route';
import { GET as getPackages } from '@/app/api/packages/route';
import { GET as getPeople } from '@/app/api/people/route';
import { GET as getReceipt } from '@/app/api/receipt/route';
import { GET as getRequest } from '@/app/api/requests/[id]/route';
import { GET as getRequests } from '@/app/api/requests/route';
import { GET as getSummary } from '@/app/api/summary/route';
import {
  answer,
  hunting,
  manifest,
  packages,
  people,
  receipt,
  requests,
  searchedFacet,
  summary,
} from './contract';
import { get, serving } from './serving';

const folder = mkdtempSync(path.join(tmpdir(), 'rules-'));
const file = path.join(folder, 'rules.json');
const about = { owner: 'SOC', reason: 'Known good.', expires: '9999-12-31' };
writeFileSync(
  file,
  JSON.stringify([
    { ...about, name: 'Direct', filter: 'kind:direct' },
    { ...about, name: 'Denied or direct', filter: 'outcome:denied,assigned' },
    { ...about, name: 'Old', filter: 'kind:request', expires: '2020-01-01' },
  ]),
);
serving(() => ({ EXCLUSION_RULES_FILE: file }));
afterAll(() => rmSync(folder, { recursive: true }));

async function rowsOf(query: string) {
  return answer(requests).parse((await get(getRequests, `requests?pageSize=500&${query}`, {})).body);
}
async function summaryOf(query: string) {
  return answer(summary).parse((await get(getSummary, `summary?${query}`, {})).body);
}
async function manifestOf(query: string) {
  const response = await getExport(
    new Request(`http://127.0.0.1:3000/api/export?format=ndjson&${query}`, {
      headers: { host: '127.0.0.1:3000' },
    }),
    { params: Promise.resolve({}) },
  );
  const lines = (await response.text()).split('\n').length - 1;
  const id = response.headers.get('x-export-id') ?? '';
  return { lines, ...answer(manifest).parse((await get(getManifest, `export/${id}`, { id })).body).data };
}

const queries = [
  '',
  'outcome=denied',
  '-outcome=approved',
  'q=access',
  'client=unknown',
  'range=3660d',
  'kind=direct',
];

describe('what is shown and what rules hide add up to what there is without them', () => {
  test.each(queries)('in the rows, the summary and the export: “%s”', async (query) => {
    const off = `${query}&rules=off`.replace(/^&/, '');
    const [rows, all] = [await rowsOf(query), await rowsOf(off)];
    const { total } = all.data;
    expect(rows.data.total + rows.meta.hidden).toBe(total);
    expect(all.meta.hidden).toBe(0);

    const [shown, whole] = [await summaryOf(query), await summaryOf(off)];
    expect(shown.data.requests).toBe(rows.data.total);
    expect(shown.data.requests + shown.data.hidden.requests).toBe(total);
    expect(shown.meta.hidden).toBe(shown.data.hidden.requests);
    expect(shown.data.all).toBe(whole.data.all);
    expect(whole.data.requests).toBe(total);
    expect(whole.data.hidden).toEqual({ ...shown.data.hidden, applied: false });

    const [written, everything] = [await manifestOf(query), await manifestOf(off)];
    expect([written.lines, written.rows]).toEqual([rows.data.total, rows.data.total]);
    expect(written.hidden).toEqual(shown.data.hidden);
    expect([everything.lines, everything.rows]).toEqual([total, total]);
    expect(everything.hidden).toEqual(whole.data.hidden);
    expect(new URLSearchParams(everything.parameters).get('rules')).toBe('off');
    expect(new URLSearchParams(written.parameters).get('rules')).toBeNull();
  });
});

test('each hidden request counts for the first rule that hides it, and rules that do not apply are named', async () => {
  const { rows } = (await rowsOf('rules=off')).data;
  const direct = rows.filter(({ kind }) => kind === 'direct');
  const further = rows.filter(
    ({ kind, outcome }) => kind !== 'direct' && ['denied', 'assigned'].includes(outcome),
  );
  expect(Math.min(direct.length, further.length)).toBeGreaterThan(0);
  expect((await summaryOf('')).data.hidden).toEqual({
    applied: true,
    requests: direct.length + further.length,
    rules: [
      { ...about, name: 'Direct', hides: direct.length },
      { ...about, name: 'Denied or direct', hides: further.length },
    ],
    notApplied: [{ name: 'Old', why: 'It expired at the end of 2020-01-01 (UTC).' }],
  });
});

test('no hidden request is among the rows, the facets, the packages or the people', async () => {
  const shown = (await rowsOf('')).data.rows;
  expect(shown.some(({ kind, outcome }) => kind === 'direct' || outcome === 'denied')).toBe(false);
  const { values } = answer(searchedFacet).parse(
    (await get(getFacet, 'facets/kind', { field: 'kind' })).body,
  ).data;
  expect(values.find(({ value }) => value === 'direct')?.requests).toBe(0);
  const sum = async (query: string) =>
    answer(packages)
      .parse((await get(getPackages, `packages?pageSize=500&${query}`, {})).body)
      .data.rows.reduce((all, { requests: each }) => all + each, 0);
  const withPackage = ({ packageId }: { packageId: string | null }) => packageId !== null;
  expect(await sum('')).toBe(shown.filter(withPackage).length);
  expect(await sum('rules=off')).toBe((await rowsOf('rules=off')).data.rows.filter(withPackage).length);
  const everybody = answer(people).parse((await get(getPeople, 'people', {})).body).data;
  expect(everybody.hidden).toEqual((await summaryOf('')).data.hidden);
});

test('one request is found by its id whatever the rules say', async () => {
  const found = (await rowsOf('rules=off&kind=direct')).data.rows[0];
  if (found === undefined) throw new Error('no request is direct');
  const { requestId: id, tenant } = found;
  expect((await get(getRequest, `requests/${id}?tenant=${tenant}`, { id })).status).toBe(200);
});

test('the published query is run on everything', async () => {
  const { rows, missed } = answer(hunting).parse((await get(getHunting, 'hunting-query', {})).body).data;
  expect(rows.length).toBeGreaterThan(0);
  expect(missed.some(({ kind }) => kind === 'direct')).toBe(true);
});

test('a link that was copied before a rule came is told to show other rows', async () => {
  const of = async (query: string) =>
    answer(receipt).parse((await get(getReceipt, `receipt?${query}`, {})).body).data;
  const { now } = await of('rules=off');
  const digest = `${now.rows}-${now.digest}`;
  expect((await of(`rules=off&asof=${now.asof}&digest=${digest}`)).since?.state).toBe('same');
  expect((await of(`asof=${now.asof}&digest=${digest}`)).since?.state).toBe('changed');
});

test('where rules have no part they are not accepted', async () => {
  const { status } = await get(getHunting, 'hunting-query?rules=off', {});
  expect(status).toBe(400);
});
