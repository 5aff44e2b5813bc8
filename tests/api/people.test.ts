import { expect, test } from 'vitest';
import { GET as getOne } from '@/app/api/people/[id]/route';
import { GET as getAll } from '@/app/api/people/route';
import { answer, error, people, personPage } from './contract';
import { get, serving } from './serving';

serving();

const list = async (query = '') => answer(people).parse((await get(getAll, `people?${query}`, {})).body);
const one = (id: string, query = '') => get(getOne, `people/${id}?${query}`, { id });

test('the list is ordered as asked, and narrowed by the filter', async () => {
  const { data } = await list('order=-decided');
  const decided = data.rows.map((row) => row.decided);
  expect(decided).toEqual([...decided].sort((a, b) => b - a));
  expect((await list('outcome=denied')).data.total).toBeLessThan(data.total);
});

test('each person has a page that tells the numbers of their row', async () => {
  for (const { id, tenant, asked, received, decided, approved } of (await list('pageSize=5')).data.rows) {
    const { data } = answer(personPage).parse((await one(id, `tenant=${tenant}`)).body);
    expect(data).toMatchObject({ id, tenant, asked, received, decided, approved });
  }
});

test.each([
  ['an unknown id', 'nonsense', '', 404, 'not-found'],
  ['a parameter of the list', 'nonsense', 'order=name', 400, 'bad-parameter'],
])('a person page refuses %s', async (_rule, id, query, status, code) => {
  const { status: found, body } = await one(id, query);
  expect([found, error.parse(body).error.code]).toEqual([status, code]);
});

test('the list refuses an order that it has no figure for', async () => {
  expect((await get(getAll, 'people?order=approvers', {})).status).toBe(400);
});
