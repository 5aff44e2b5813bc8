import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toClauses } from '@/lib/filter/clauses';
import { emptyFilter } from '@/lib/filter/fields';
import { sortFields } from '@/lib/filter/view';
import type { AccessRequest } from '@/lib/request';
import { deriveTouched } from '@/lib/store/derive';
import { openStore, type Store } from '@/lib/store/open';
import { requestRows } from '@/lib/store/rows';
import { saveRecords } from '@/lib/store/save';
import { streamRequests } from '@/lib/store/stream';
import { approve, asks, at, decides, delivers, deny } from './build';

let store: Store;
/** More than two batches of rows, the last one not full. */
const many = 1200;
const newest = { by: 'requested', descending: true } as const;

beforeAll(async () => {
  store = await openStore(null);
  const hour = (request: number) => `${3 + (request % 25)} ${String(request % 24).padStart(2, '0')}:00`;
  await save(
    Array.from({ length: many }, (_, index) => index + 1).flatMap((request) => [
      ...(request % 7 === 0 ? [] : [asks(hour(request), { request, reason: `reason ${request}` })]),
      request % 3 === 0 ? deny(hour(request), null, { request }) : approve(hour(request), null, { request }),
      ...(request % 5 === 0 ? [delivers(hour(request), { request })] : []),
    ]),
  );
});
afterAll(() => store.close());

function save(records: Parameters<typeof saveRecords>[1]): Promise<void> {
  return store.write(async (writer) => {
    await saveRecords(writer, records);
    await deriveTouched(writer, null);
  });
}

async function all(rows: AsyncGenerator<AccessRequest[]>): Promise<AccessRequest[]> {
  const found: AccessRequest[] = [];
  for await (const some of rows) found.push(...some);
  return found;
}

describe('a stream of requests', () => {
  test.each(sortFields.map((by, place) => ({ by, descending: place % 2 === 0 })))(
    'has the rows of all pages in their order: %o',
    async (sort) => {
      const stream = await streamRequests(store, [], sort);
      const rows = await all(stream.rows());
      await stream.close();
      expect(rows).toEqual(await requestRows(store, [], { sort, page: 1, pageSize: many }));
      expect(stream.counts).toMatchObject({ total: many, unrequested: Math.floor(many / 7) });
    },
  );

  test('has the rows of the filter alone', async () => {
    const denied = { ...emptyFilter, outcome: { is: ['denied'], isNot: [] } };
    const stream = await streamRequests(store, toClauses(denied, at('00:00')), newest);
    const rows = await all(stream.rows());
    await stream.close();
    expect(stream.counts.total).toBe(Math.floor(many / 3));
    expect(rows).toHaveLength(stream.counts.total);
    expect(rows.every(({ outcome }) => outcome === 'denied')).toBe(true);
  });

  test('of nothing has no rows', async () => {
    const stream = await streamRequests(store, [{ kind: 'scope', field: 'scope', grants: [] }], newest);
    expect(stream.counts.total).toBe(0);
    expect(await all(stream.rows())).toEqual([]);
    await stream.close();
  });

  test('shows the data as they were when it was opened, whatever is written meanwhile', async () => {
    const before = await requestRows(store, [], { sort: newest, page: 1, pageSize: many });
    const stream = await streamRequests(store, [], newest);
    const rows = stream.rows();
    const first = await rows.next();
    await save([
      asks('20 09:00', { request: many + 1 }),
      ...Array.from({ length: 90 }, (_, index) =>
        decides('denied', '30 09:00', null, 'late', { request: index * 3 + 1 }),
      ),
    ]);
    expect([...(first.value ?? []), ...(await all(rows))]).toEqual(before);
    await stream.close();
    const now = await requestRows(store, [], { sort: newest, page: 1, pageSize: many + 1 });
    expect(now).toHaveLength(many + 1);
    expect(now).not.toEqual(before);
  });

  test('that is closed half-way ends with an error, and the store goes on', async () => {
    const stream = await streamRequests(store, [], newest);
    const rows = stream.rows();
    await rows.next();
    await stream.close();
    await stream.close();
    await expect(all(rows)).rejects.toThrow('is closed');
    expect(await store.all('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  test('that is closed while it reads waits for the reading to end', async () => {
    const stream = await streamRequests(store, [], newest);
    const reading = stream.rows().next();
    await stream.close();
    await reading.catch(() => undefined);
    expect(await store.all('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });
});
