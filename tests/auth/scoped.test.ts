import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { act } from '@/lib/handle';
import { requestCounts } from '@/lib/store/rows';
import { ask, letIn, routes, samplePackage } from '../api/everyRoute';
import { ownersGroup } from '../doubles/openid/people';
import { signedIn } from './signedIn';

const { openId, writeScopes } = signedIn();

const rows = z.object({
  data: z.object({
    rows: z.array(z.object({ requestId: z.string(), tenant: z.string(), packageId: z.string().nullable() })),
    total: z.number(),
  }),
  meta: z.object({
    coverage: z.object({ requests: z.number() }),
    scope: z.object({ visible: z.number(), all: z.number() }).nullable(),
  }),
});
type Row = z.infer<typeof rows>['data']['rows'][number];

const as = async (name: 'analyst' | 'owner' | 'overageOwner') => ({
  authorization: `Bearer ${await openId().tokenFor(name)}`,
});
const rowsOf = async (name: 'analyst' | 'owner', query = 'pageSize=500') =>
  rows.parse(JSON.parse((await ask('requests', await as(name), { query })).text));

/** Every request there is; the owner is given those of one package. */
let all: Row[];
const isOwn = ({ packageId }: Row) => packageId === samplePackage;

beforeAll(async () => {
  all = (await rowsOf('analyst')).data.rows;
  writeScopes([{ name: 'Owners', groups: [ownersGroup], packages: [samplePackage] }]);
  expect(new Set(all.map(isOwn))).toEqual(new Set([true, false]));
});

describe('a scoped owner', () => {
  test('is answered the rows of their packages, every one and no other', async () => {
    const { data, meta } = await rowsOf('owner');
    const ids = (of: Row[]) => of.map(({ tenant, requestId }) => `${tenant}/${requestId}`).sort();
    expect(ids(data.rows)).toEqual(ids(all.filter(isOwn)));
    expect(data.total).toBe(data.rows.length);
    expect(meta.scope).toEqual({ visible: data.total, all: all.length });
    expect(meta.coverage.requests).toBe(data.total);
  });
  test('cannot widen that by a filter', async () => {
    const other = all.find((row) => row.packageId !== null && !isOwn(row));
    expect((await rowsOf('owner', `package=${other?.packageId}`)).data.total).toBe(0);
    expect((await rowsOf('owner', `-package=${samplePackage}`)).data.total).toBe(0);
  });
  test('reads their own requests, and others are not found, like one that does not exist', async () => {
    const detail = async (row: Pick<Row, 'requestId' | 'tenant'>) =>
      ask('requests/[id]', await as('owner'), { part: row.requestId, query: `tenant=${row.tenant}` });
    for (const row of all.filter(isOwn)) expect((await detail(row)).status).toBe(200);
    const nowhere = await detail({
      requestId: '00000000-0000-4000-8000-000000000000',
      tenant: all[0]?.tenant ?? '',
    });
    const words = ({ text }: { text: string }) => JSON.parse(text).error.message;
    for (const row of all.filter((one) => !isOwn(one)).slice(0, 20)) {
      const refused = await detail(row);
      expect(refused.status).toBe(404);
      expect(words(refused)).toBe(words(nowhere));
    }
  });
  test('is counted their own requests in the summary', async () => {
    const { text } = await ask('summary', await as('owner'));
    const { data } = JSON.parse(text);
    expect(data.requests).toBe(all.filter(isOwn).length);
  });
  test.each(routes)('is told of no other package or request by %s', async (route) => {
    const { status, text } = await ask(route, await as('owner'));
    expect(status).toBe(route.startsWith('requests/[id]') ? 404 : letIn(route));
    const others = all.filter((one) => !isOwn(one));
    const seen = new Set(all.filter(isOwn).map(({ requestId }) => requestId));
    const hidden = others
      .flatMap(({ requestId, packageId }) => [requestId, packageId ?? requestId])
      .filter((id) => !seen.has(id));
    expect(hidden.filter((id) => text.includes(id))).toHaveLength(0);
  });
});

test('an owner in more groups than a token holds is answered nothing', async () => {
  const { status, text } = await ask('requests', await as('overageOwner'));
  expect(status).toBe(403);
  expect(JSON.parse(text).error.code).toBe('scope-unknown');
});

test('whose scope has become narrower while something was done is answered within the narrower one', async () => {
  const own = [{ name: 'Owners', groups: [ownersGroup], packages: [samplePackage] }];
  const nothing = own.map((entry) => ({ ...entry, packages: [ownersGroup] }));
  const post = act(
    [],
    async () => writeScopes(nothing),
    ({ inbound, scope }) => requestCounts(inbound.store, scope),
  );
  const headers = { ...(await as('owner')), 'content-type': 'application/json' };
  const request = new Request('http://127.0.0.1:3000/api/sync', { method: 'POST', headers });
  const response = await post(request, { params: Promise.resolve({}) });
  writeScopes(own);
  expect(await response.json()).toMatchObject({
    data: { total: 0 },
    meta: { coverage: { requests: 0 }, scope: { visible: 0 } },
  });
});
