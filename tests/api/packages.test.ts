import { expect, test } from 'vitest';
import { GET as getOne } from '@/app/api/packages/[id]/route';
import { GET as getAll } from '@/app/api/packages/route';
import { answer, error, packagePage, packages } from './contract';
import { get, serving } from './serving';

serving();

const list = async (query = '') => answer(packages).parse((await get(getAll, `packages?${query}`, {})).body);
const one = (id: string, query = '') => get(getOne, `packages/${id}?${query}`, { id });

test('the list is ordered as asked and says what it leaves out', async () => {
  const { data, meta } = await list('order=-denied&outcome=denied&outcome=approved');
  const denied = data.rows.map((row) => row.denied);
  expect(denied).toEqual([...denied].sort((a, b) => b - a));
  expect(data.total).toBe(data.rows.length);
  expect(meta.warnings.filter((warning) => warning.includes('name no package'))).toHaveLength(0);
});

test('each package has a page', async () => {
  for (const { id, tenant } of (await list('pageSize=5')).data.rows) {
    const { data } = answer(packagePage).parse((await one(id, `tenant=${tenant}`)).body);
    expect(data).toMatchObject({ id, tenant });
    expect(data.configuration.map(({ at }) => at)).toEqual(data.configuration.map(({ at }) => at).sort());
  }
});

test.each([
  ['an unknown id', 'nonsense', '', 404],
  ['a parameter of the list', 'nonsense', 'find=x', 400],
])('a package page refuses %s', async (_rule, id, query, status) => {
  expect((await one(id, query)).status).toBe(status);
});

test.each(['order=asked', 'order=nonsense', 'sort=took'])('the list refuses %s', async (query) => {
  const { status, body } = await get(getAll, `packages?${query}`, {});
  expect([status, error.parse(body).error.code]).toEqual([400, 'bad-parameter']);
});
