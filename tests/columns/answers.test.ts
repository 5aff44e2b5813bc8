import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Question } from '@/lib/columns/questions';
import type { Clause, Grant } from '@/lib/filter/clause';
import { toClauses } from '@/lib/filter/clauses';
import { setArrived } from '@/lib/filter/edit';
import { sortFields } from '@/lib/filter/view';
import type { AccessRequest } from '@/lib/request';
import { withColumns } from '@/lib/store/columns';
import { deriveTouched } from '@/lib/store/derive';
import { deriveChecks } from '@/lib/store/deriveChecks';
import { hiddenBy } from '@/lib/store/hidden';
import { openStore, type Store } from '@/lib/store/open';
import { requestCounts, requestRows } from '@/lib/store/rows';
import { saveRecords } from '@/lib/store/save';
import { summary } from '@/lib/store/summary';
import { arrivalRanges, hostileText, narrowFilters, type Pool } from '../filter/arbitraries';
import { alex, approve, asks, bea, chen, decides, deny, ours, payables } from '../store/build';
import { allRequests } from '../store/folding';
import { hostile, hostileRecords } from '../store/hostile';

const now = '2026-08-22T00:00:00Z';

let store: Store;
let all: AccessRequest[] = [];
let pool: Pool = { ids: [], texts: [], instants: [] };

beforeAll(async () => {
  store = withColumns(await openStore(null));
  const workspaces = ['one', 'one,two', 'two', null];
  await save(hostileRecords().map((each, place) => ({ ...each, workspaces: workspaces[place % 4] ?? null })));
  all = await allRequests(inDuckDB());
  pool = {
    ids: known(
      all.flatMap((r) => [
        r.packageId,
        r.policyId,
        r.requestorId,
        r.targetId,
        r.tenant,
        r.decisions[0]?.approverId,
      ]),
    ),
    texts: known([
      ...hostile,
      ...all.flatMap((r) => [r.package, r.requestor, r.targetName, r.requestorJustification.text]),
      ...all.flatMap((r) => parts(r.requestorJustification.text ?? '')),
    ]),
    instants: known(all.flatMap((r) => [r.requestedAt, r.decidedAt, r.firstRecordAt])),
  };
});
afterAll(() => store.close());

const known = (values: readonly (string | null | undefined)[]) =>
  [...new Set(values)].filter(
    (value) => value !== null && value !== undefined && value.trim() !== '',
  ) as string[];

/** Pieces that start and end within words, and hold one space or more. */
function parts(text: string): string[] {
  return [text.slice(1, 9), text.slice(3, 24), text.slice(-12), ` ${text.slice(0, 5)}`].map((part) =>
    part.toLowerCase(),
  );
}

async function save(records: Parameters<typeof saveRecords>[1]): Promise<void> {
  await store.write(async (writer) => {
    await saveRecords(writer, records);
    await deriveTouched(writer, null);
  });
  await store.write((writer) => deriveChecks(writer, { ids: [], patterns: [] }));
}

/** The store as it is without columns, which remembers nothing. */
function inDuckDB(): Store {
  return { ...store, columns: null, shared: {} };
}

/** The store whose columns must answer everything. */
function inColumns(): Store {
  const { columns } = store;
  if (columns === null) throw new Error('the store has no columns');
  const ask = async <Q extends Question>(clauses: readonly Clause[], question: Q) => {
    for (let turn = 0; turn < 100; turn++) {
      const found = await columns.ask(clauses, question);
      if (found !== null) return found;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`the columns do not answer: ${question.name}`);
  };
  return { ...store, columns: { ...columns, ask }, shared: {} };
}

async function expectSame(clauses: readonly Clause[]): Promise<void> {
  const [found, expected] = await Promise.all([summary(inColumns(), clauses), summary(inDuckDB(), clauses)]);
  expect(found).toEqual(expected);
  expect(await requestCounts(inColumns(), clauses)).toEqual(await requestCounts(inDuckDB(), clauses));
}

const grants: fc.Arbitrary<Grant[]> = fc.array(
  fc.record({
    packages: fc.option(fc.constantFrom([payables.id], ['package-1', 'package-2'], [])),
    workspaces: fc.option(fc.subarray(['one', 'two'])),
  }),
  { maxLength: 2 },
);

const filters = () =>
  fc
    .tuple(narrowFilters(pool), fc.option(arrivalRanges(pool), { freq: 3 }))
    .map(([filter, arrived]) => toClauses(arrived === null ? filter : setArrived(filter, arrived), now));

/** A filter, often with rules, a scope and spans left out. */
function questions(): fc.Arbitrary<Clause[]> {
  const ruled = fc.option(fc.array(filters(), { maxLength: 3 }));
  const scoped = fc.option(grants);
  const instant = fc.option(fc.constantFrom(...pool.instants));
  const outside = fc.option(
    fc.record({
      from: instant,
      to: instant,
      min: fc.option(fc.nat(100_000)),
      max: fc.option(fc.nat(100_000)),
    }),
  );
  return fc.tuple(filters(), ruled, scoped, outside).map(([clauses, rules, granted, left]): Clause[] => [
    ...clauses,
    ...(rules === null ? [] : [{ kind: 'rules', field: 'rules', rules } as const]),
    ...(granted === null ? [] : [{ kind: 'scope', field: 'scope', grants: granted } as const]),
    ...(left === null
      ? []
      : [
          {
            kind: 'outside',
            field: 'notTime',
            ranges: [
              { kind: 'time-range', field: 'time', of: 'requested', from: left.from, to: left.to },
              { kind: 'number-range', field: 'took', min: left.min, max: left.max },
            ],
          } as const,
        ]),
  ]);
}

describe('the columns answer as DuckDB does', () => {
  test('everything of a summary, for any filter, rules and scope', async () => {
    await expectSame([]);
    await fc.assert(fc.asyncProperty(questions(), expectSame), { numRuns: 120 });
  }, 120_000);

  test('every clause by itself, so that each keeps something', async () => {
    const single = filters().chain((clauses) =>
      fc.constantFrom<Clause[]>([], ...clauses.map((each) => [each])),
    );
    await fc.assert(fc.asyncProperty(single, expectSame), { numRuns: 120 });
  }, 120_000);

  test('what a text contains, wherever it starts and ends', async () => {
    const text = fc.oneof(fc.constantFrom(...pool.texts), hostileText);
    const term = fc
      .tuple(text, fc.nat(20), fc.nat(20))
      .map(([from, start, length]) => from.toLowerCase().slice(start, start + length + 1));
    await fc.assert(
      fc.asyncProperty(fc.array(term, { minLength: 1, maxLength: 2 }), fc.boolean(), async (terms, not) => {
        const clauses: Clause[] = [{ kind: 'text', field: 'q', not, terms }];
        expect(await requestCounts(inColumns(), clauses)).toEqual(await requestCounts(inDuckDB(), clauses));
      }),
      { numRuns: 400 },
    );
  }, 60_000);

  test('what each rule hides', async () => {
    await fc.assert(
      fc.asyncProperty(questions(), fc.array(filters(), { maxLength: 4 }), async (clauses, rules) => {
        expect(await hiddenBy(inColumns(), clauses, rules)).toEqual(
          await hiddenBy(inDuckDB(), clauses, rules),
        );
      }),
      { numRuns: 80 },
    );
  }, 60_000);

  test('every page in every order', async () => {
    const page = fc.record({
      sort: fc.record({ by: fc.constantFrom(...sortFields), descending: fc.boolean() }),
      page: fc.integer({ min: 1, max: 5 }),
      pageSize: fc.constantFrom(1, 3, 17, 100, 500),
    });
    const broad = fc.oneof(fc.constant<Clause[]>([]), questions());
    await fc.assert(
      fc.asyncProperty(broad, page, async (clauses, asked) => {
        expect(await requestRows(inColumns(), clauses, asked)).toEqual(
          await requestRows(inDuckDB(), clauses, asked),
        );
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});

describe('the columns follow the store', () => {
  const everything = async () => {
    await expectSame([]);
    await expectSame([{ kind: 'text', field: 'q', not: false, terms: ['again'] }]);
    const page = { sort: { by: 'worth', descending: true } as const, page: 1, pageSize: 500 };
    expect(await requestRows(inColumns(), [], page)).toEqual(await requestRows(inDuckDB(), [], page));
  };
  const counted = () => requestCounts(inColumns(), []);

  test('when requests come', async () => {
    const { total } = await counted();
    await save([
      asks('6 08:00', { request: 300, reason: 'once again' }),
      decides('approved', '6 08:00:04', bea, 'ok again', { request: 300 }),
      approve('6 08:00:05', bea, { request: 300 }),
      asks('6 09:00', { request: 301, by: chen, receiver: chen, reason: 'again and again' }),
    ]);
    await everything();
    expect((await counted()).total).toBe(total + 2);
  });

  test('when a request is folded again, and a person is called by another name', async () => {
    const { total } = await counted();
    await save([
      decides('denied', '7 10:00', bea, 'not again', { request: 301 }),
      deny('7 10:00', bea, { request: 301 }),
      asks('7 11:00', {
        request: 302,
        by: { ...alex, upn: 'alex.again@contoso.example', name: 'Alex Again' },
      }),
    ]);
    await everything();
    expect((await counted()).total).toBe(total + 1);
  });

  test('when marks alone change', async () => {
    await store.write(async (writer) => {
      await writer.run(`UPDATE requests SET marks = 3, worth = 301 WHERE outcome = 'denied';
        INSERT INTO changed SELECT tenant, request_id FROM requests WHERE outcome = 'denied'`);
    });
    await everything();
  });

  test('when requests vanish, more than a third of them', async () => {
    const { total } = await counted();
    await store.write((writer) =>
      writer.run(`INSERT INTO changed SELECT tenant, request_id FROM requests WHERE hash(request_id) % 2 = 0;
        DELETE FROM requests WHERE hash(request_id) % 2 = 0`),
    );
    await everything();
    expect((await counted()).total).toBeLessThan((total * 2) / 3);
    await save([ours('Cancel access package assignment request', '8 08:00', alex, { request: 303 })]);
    await everything();
  });

  test('and then hold what columns hold that are loaded anew', async () => {
    const fresh = withColumns({ ...store, shared: {}, close: async () => undefined });
    const kept = store;
    try {
      const followed = await summary(inColumns(), []);
      store = fresh;
      expect(await summary(inColumns(), [])).toEqual(followed);
    } finally {
      store = kept;
      await fresh.close();
    }
  });

  test('and empty the list of what changed', async () => {
    await expect
      .poll(async () => (await store.all<{ n: number }>('SELECT count(*)::DOUBLE AS n FROM changed'))[0]?.n)
      .toBe(0);
  });
});
