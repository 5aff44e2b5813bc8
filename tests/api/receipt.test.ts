import { expect, test } from 'vitest';
import { GET } from '@/app/api/receipt/route';
import { parseView } from '@/lib/filter/parse';
import { answer, error, receipt } from './contract';
import { get, serving } from './serving';

serving();

async function found(query: string) {
  const { status, body } = await get(GET, `receipt?${query}`, {});
  expect(status).toBe(200);
  return answer(receipt).parse(body).data;
}

test('a receipt that goes into the address and back says that the rows are the same', async () => {
  const { now, since } = await found('outcome=denied');
  expect(since).toBeNull();
  expect(now.rows).toBeGreaterThan(0);
  const link = `outcome=denied&asof=${now.asof}&digest=${now.rows}-${now.digest}`;
  expect(parseView(new URLSearchParams(link)).problems).toEqual([]);
  expect(await found(link)).toEqual({
    now,
    since: { state: 'same', toldBy: null, rows: now.rows, rowsNow: now.rows, arrived: 0, asof: now.asof },
  });
});

test('another digest says that they have changed, and half a receipt says nothing', async () => {
  const { now } = await found('');
  const other = `digest=${now.rows}-${'0'.repeat(32)}`;
  expect((await found(`asof=${now.asof}&${other}`)).since?.state).toBe('changed');
  expect((await found(other)).since).toBeNull();
  expect((await found(`asof=${now.asof}`)).since).toBeNull();
});

test.each(['digest=3-abc', 'asof=yesterday', 'columns=took'])('%s is refused, by name', async (query) => {
  const { status, body } = await get(GET, `receipt?${query}`, {});
  expect(status).toBe(400);
  expect(error.parse(body).error.message).toContain(query);
});
