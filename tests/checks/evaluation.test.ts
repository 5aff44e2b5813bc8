import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { AuditRecord } from '@/lib/audit/record';
import { checks } from '@/lib/checks/all';
import type { RequestDetail } from '@/lib/request';
import { checkNotices } from '@/lib/store/checkNotices';
import { deriveTouched } from '@/lib/store/derive';
import { deriveChecks, failedChecks, isUnchecked, type Privileged } from '@/lib/store/deriveChecks';
import { openStore, type Store, type Writer } from '@/lib/store/open';
import { requestDetail } from '@/lib/store/requestDetail';
import { saveRecords } from '@/lib/store/save';
import { approve, asks, bea, decides, delivers, requestId } from '../store/build';

const privileged: Privileged = { ids: [], patterns: [] };
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
type Evaluated = typeof failing | typeof checks;
const evaluate = (with_: Evaluated = checks, as = privileged) =>
  store.write((writer) => deriveChecks(writer, as, with_));

const detail = (request: number): Promise<RequestDetail> =>
  requestDetail(store, [], requestId(request), 'unknown');
const idsOf = ({ checks: found }: RequestDetail) => found?.map(({ id }) => id).sort() ?? null;
const both = ['below-reading-time', 'record-deleted-access-kept'];

const kept = expect.stringMatching(/could not be evaluated\. What it said before is kept/);
const lost = expect.stringMatching(/could not be evaluated, and marks no request/);
/** As though checks of another version had said what is stored. */
const byOtherChecks = () =>
  store.write((writer) =>
    writer.run(
      `UPDATE checks SET facts = '{"ago":1}'; UPDATE facts SET value = 'older' WHERE name = 'checks'`,
    ),
  );

describe('a check that fails', () => {
  test('is named, and the others mark all the same', async () => {
    await derive(marked(1, 3));
    const failures = await evaluate(failing);
    expect(failures.map(({ what }) => what)).toEqual(['below-reading-time']);
    expect(await failedChecks(store)).toEqual([{ id: 'below-reading-time', isKept: false }]);
    expect(idsOf(await detail(1))).toEqual(['record-deleted-access-kept']);
    expect(await checkNotices(store)).toEqual([
      expect.stringMatching(/^The check “Too fast to read” could not be evaluated, and marks no request/),
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
    expect(await checkNotices(store)).toEqual([kept]);
  });

  test('leaves it too when other packages become privileged', async () => {
    await derive(marked(1, 3));
    await evaluate();
    await evaluate(failing, { ids: [], patterns: ['Payroll*'] });
    expect(idsOf(await detail(1))).toEqual(both);
    expect((await detail(1)).findings?.map(({ sentence }) => typeof sentence)).toEqual(['string', 'string']);
    expect(await checkNotices(store)).toEqual([kept]);
  });

  test('leaves nothing that checks of another version said, and is named so until it succeeds', async () => {
    await derive(marked(1, 3));
    await evaluate();
    await byOtherChecks();
    for (const day of [4, 5]) {
      await evaluate(failing);
      expect(idsOf(await detail(1))).toEqual(['record-deleted-access-kept']);
      expect(await checkNotices(store)).toEqual([lost]);
      await derive(marked(day, day));
    }
    await evaluate();
    expect(idsOf(await detail(1))).toEqual(both);
    expect(await checkNotices(store)).toEqual([]);
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
  await byOtherChecks();
  expect((await detail(1)).findings).toBeNull();
  await evaluate();
  expect((await detail(1)).findings?.map(({ id }) => id).sort()).toEqual(both);
});

describe('what readers see', () => {
  const seen = async () => [
    await store.all('SELECT request_id, marks::DOUBLE AS marks FROM requests ORDER BY ALL'),
    await store.all('SELECT * FROM checks ORDER BY ALL'),
    await checkNotices(store),
  ];

  test.each<[string, () => Promise<unknown>, Evaluated, Privileged]>([
    ['new records', () => derive(marked(2, 20)), checks, privileged],
    ['a check that failed', () => evaluate(failing), checks, privileged],
    ['both', () => evaluate(failing).then(() => derive(marked(2, 20))), failing, privileged],
    ['other privileged packages', async () => undefined, failing, { ids: [], patterns: ['Payroll*'] }],
  ])('changes with the version alone, when checks are evaluated after %s', async (_, before, with_, as) => {
    await derive(marked(1, 3));
    await evaluate();
    await before();
    const [version, was] = [store.version(), await seen()];
    await store.write((writer) => {
      const watched: Writer = {
        ...writer,
        run: async (sql, bindings) => {
          await writer.run(sql, bindings);
          expect(await seen()).toEqual(was);
        },
      };
      return deriveChecks(watched, as, with_);
    });
    expect(store.version()).toBeGreaterThan(version);
    expect(await seen()).not.toEqual(was);
  });
});
