import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Clause, Grant } from '@/lib/filter/clause';
import { deriveTouched } from '@/lib/store/derive';
import { type Bindings, openStore, type Store } from '@/lib/store/open';
import { rowsByKey } from '@/lib/store/rowsByKey';
import { saveRecords } from '@/lib/store/save';
import { asks, payables } from './build';

const many = 3000;
let store: Store;

beforeAll(async () => {
  store = await openStore(null);
  await store.write(async (writer) => {
    await saveRecords(
      writer,
      Array.from({ length: many }, (_, index) => ({
        ...asks('08:00', { request: index + 1 }),
        workspaces: index % 2 === 0 ? 'one' : 'two',
      })),
    );
    await deriveTouched(writer, null);
  });
});
afterAll(() => store.close());

const id = (request: number) => `e0000000-0000-0000-0000-${String(request).padStart(12, '0')}`;
const scope = (...grants: Grant[]): Clause[] => [{ kind: 'scope', field: 'scope', grants }];

describe('requests by their keys', () => {
  test.each([
    ['everything', []],
    ['one package', scope({ packages: [payables.id], workspaces: null })],
    ['one workspace', scope({ packages: null, workspaces: ['one'] })],
  ])('are found by the index for a reader of %s', async (_, clauses) => {
    const [known] = await store.all<{ requestId: string; tenant: string }>(
      'SELECT request_id AS "requestId", tenant FROM requests LIMIT 1',
    );
    const plans: string[] = [];
    const explained = async <T extends object>(sql: string, bindings?: Bindings) => {
      if (sql.includes('FROM requests')) {
        const [plan] = await store.all<{ explain_value: string }>(`EXPLAIN ANALYZE ${sql}`, bindings);
        plans.push(plan?.explain_value ?? '');
      }
      return store.all<T>(sql, bindings);
    };
    await rowsByKey({ all: explained }, known ? [known] : [], clauses);
    expect(plans).toHaveLength(1);
    expect(plans[0]).toContain('Index Scan');
  });

  test('come in the order of the keys, without those that are not there or lie outside the scope', async () => {
    const all = await store.all<{ requestId: string; tenant: string; workspaces: string[] }>(
      'SELECT request_id AS "requestId", tenant, workspaces FROM requests ORDER BY request_id DESC LIMIT 40',
    );
    const keys = [{ tenant: all[0]?.tenant ?? '', requestId: id(0) }, ...all];
    const found = await rowsByKey(store, keys, scope({ packages: null, workspaces: ['two'] }));
    expect(found.map(({ requestId }) => requestId)).toEqual(
      all.filter(({ workspaces }) => workspaces.includes('two')).map(({ requestId }) => requestId),
    );
  });
});
