import { expect, test } from 'vitest';
import { GET } from '@/app/api/facets/[field]/route';
import { facetFields } from '@/lib/summary';
import { answer, error, searchedFacet } from './contract';
import { get, serving } from './serving';

serving();

const ask = (field: string, query = '') => get(GET, `facets/${field}?${query}`, { field });

test.each(facetFields)('the facet of %s has its values, most requests first', async (field) => {
  const { data } = answer(searchedFacet).parse((await ask(field)).body);
  expect(data.field).toBe(field);
  const counts = data.values.map(({ requests }) => requests);
  expect(counts).toEqual([...counts].sort((a, b) => b - a));
});

test('find narrows the values, the rest of the filter their counts', async () => {
  const of = async (query: string) =>
    answer(searchedFacet).parse((await ask('requestor', query)).body).data.values;
  const found = await of('find=RIVERA');
  expect(found.length).toBeGreaterThan(0);
  expect(found.filter(({ name }) => !name?.includes('rivera'))).toEqual([]);
  expect(await of('find=rivera&q=no+such+text')).toEqual([]);
});

test('there are no other facets', async () => {
  const { status, body } = await ask('q');
  expect([status, error.parse(body).error.code]).toEqual([404, 'not-found']);
});

test.each(['sort=took', 'page=2'])('it does not take %s', async (query) => {
  expect((await ask('package', query)).status).toBe(400);
});
