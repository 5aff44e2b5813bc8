import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { AuditRecord } from '@/lib/audit/record';
import { checks } from '@/lib/checks/all';
import type { RequestDetail } from '@/lib/request';
import { checkNotices } from '@/lib/store/checkNotices';
import { deriveTouched } from '@/lib/store/derive';
import { deriveChecks, failedChecks, isUnchecked } from '@/lib/store/deriveChecks';
import { openStore, type Store } from '@/lib/store/open';
import { requestDetail } from '@/lib/store/requestDetail';
import { saveRecords } from '@/lib/store/save';
import { approve, asks, bea, decides, delivers, requestId } from '../store/build';

const privileged = { ids: [], patterns: [] };
/** Fails while it runs, which undoes the transaction that it runs in. */
const failing = {
  ...checks,
  'below-reading-time': {
    sql: `SELECT tenant, request_id, 'low' AS strength, struct_pack(x := 1) AS facts, error('the text of a record')::VARCHAR AS limits,
      NULL::VARCHAR[] AS records FROM requests`,
  },
};

/** Approved a second after it was asked for, and its record deleted afterwards: two checks mark it. */
const marked = (request: number, day: number) => [
  asks(`${day} 08:00`, { request, reason: 'Month-end close for the Iberian vendors' }),
  decides('approved', `${day} 08:00:01`, bea, 'ok', { request }),
  approve(`${day} 08:00:01`, bea, { request }),
  delivers(`${day} 09:00`, { request }),
  deleted(request, day),
];
const deleted = (request: number, day: number) => {
  const made = approve(`${day} 10:00`, bea, { request });
  return {
    ...made,
    id: `deleted ${request}`,
    operationName: 'Delete access package assignment request',
  };
};

let store: Store;
beforeEach(async () => {
  await store?.close();
  store = await openStore(null);
});
afterAll(() => store.close());

async function derive(records: readonly AuditRecord[]): Promise<void> {
  await store.write(async (writer) => {
    await saveRecords(writer, records);
    await deriveTouched(writer, null);
  });
}
const evaluate = (with_ = checks as typeof failing | typeof checks) =>
  store.write((writer) => deriveChecks(writer, privileged, with_));

const detail = (request: number): Promise<RequestDetail> =>
  requestDetail(store, [], requestId(request), 'unknown');
const idsOf = ({ checks: found }: RequestDetail) => found?.map(({ id }) => id).sort() ?? null;
const both = ['below-reading-time', 'record-deleted-access-kept'];

describe('a check that fails', () => {
  test('is named, and the others mark all the same', async () => {
    await derive(marked(1, 3));
    const failures = await evaluate(failing);
    expect(failures.map(({ what }) => what)).toEqual(['below-reading-time']);
    expect(await failedChecks(store)).toEqual(['below-reading-time']);
    expect(idsOf(await detail(1))).toEqual(['record-deleted-access-kept']);
    expect(await checkNotices(store)).toEqual([
      expect.stringMatching(/^The check “Too fast to read” could not be evaluated\./),
    ]);
  });

  test('leaves what it said before', async () => {
    await derive(marked(1, 3));
    await evaluate();
    await derive(marked(2, 4));
    await evaluate(failing);
    expect(idsOf(await detail(1))).toEqual(both);
    expect(idsOf(await detail(2))).toEqual(['record-deleted-access-kept']);
    const told = (await detail(1)).findings?.find(({ id }) => id === 'below-reading-time');
    expect(told?.sentence).toMatch(/^Approved 1 s after the request/);
  });

  test('is evaluated on everything with the next records', async () => {
    await derive(marked(1, 3));
    await evaluate(failing);
    expect(await isUnchecked(store, privileged)).toBe(false);
    await derive(marked(2, 20));
    expect(await evaluate()).toEqual([]);
    expect([idsOf(await detail(1)), idsOf(await detail(2))]).toEqual([both, both]);
    expect(await checkNotices(store)).toEqual([]);
  });
});

describe('marks between two evaluations', () => {
  const further = delivers('5 09:00', { request: 1 });

  test('a request with a new record keeps those it had, and the answer says so', async () => {
    await derive(marked(1, 3));
    await evaluate();
    await derive([further, ...marked(2, 5)]);
    expect(idsOf(await detail(1))).toEqual(both);
    expect(idsOf(await detail(2))).toBeNull();
    expect(await isUnchecked(store, privileged)).toBe(true);
    expect(await checkNotices(store)).toEqual([expect.stringContaining('about to be checked again')]);
  });

  test('each request whose marks change is noted for the columns in memory, and no other', async () => {
    await derive(marked(1, 3));
    await evaluate();
    await derive([asks('5 08:00', { request: 3 })]);
    await store.write((writer) => writer.run('DELETE FROM changed'));
    await evaluate();
    expect(await store.all('SELECT request_id FROM changed')).toEqual([{ request_id: requestId(3) }]);
  });
});

test('what checks of another version said is not shown until they were evaluated again', async () => {
  await derive(marked(1, 3));
  await evaluate();
  await store.write((writer) =>
    writer.run(
      `UPDATE checks SET facts = '{"ago":1}'; UPDATE facts SET value = 'older' WHERE name = 'checks'`,
    ),
  );
  expect((await detail(1)).findings).toBeNull();
  await evaluate();
  expect((await detail(1)).findings?.map(({ id }) => id).sort()).toEqual(both);
});
