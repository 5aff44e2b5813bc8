import { describe, expect, test } from 'vitest';
import type { ReceiptAnswer } from '@/lib/answers';
import type { AuditRecord } from '@/lib/audit/record';
import type { Clause } from '@/lib/filter/clause';
import { fields } from '@/lib/filter/fields';
import type { ArrivalRange } from '@/lib/filter/filter';
import { deriveTouched } from '@/lib/store/derive';
import { openStore, type Store } from '@/lib/store/open';
import { receipt, type Shared } from '@/lib/store/receipt';
import { saveRecords } from '@/lib/store/save';
import {
  approve,
  asks,
  at,
  correlationOf,
  decides,
  delivers,
  deny,
  fulfilment,
  payables,
  portal,
  record,
} from './build';

const approved: Clause[] = [{ kind: 'one-of', field: 'outcome', not: false, values: ['approved'] }];
const may = (...packages: string[]): Clause[] => [
  { kind: 'scope', field: 'scope', grants: [{ packages, workspaces: null }] },
];

/** Three requests, of which the first two are approved, the second one for another package. */
const shown = [
  asks('08:00', { request: 1 }),
  approve('09:00', null, { request: 1 }),
  asks('08:10', { request: 2, package: portal }),
  approve('09:10', null, { request: 2, package: portal }),
  asks('08:20', { request: 3 }),
];

/** What the receipt says of a link over `shown` once `later` has been read too, to a reader with these clauses. */
function check(
  rule: string,
  {
    later = [],
    filter = [],
    scope = [],
    is,
  }: {
    later?: readonly AuditRecord[];
    filter?: Clause[];
    scope?: Clause[];
    is: Partial<NonNullable<ReceiptAnswer['since']>>;
  },
) {
  test(rule, async () => {
    const store = await openStore(null);
    try {
      await save(store, shown);
      const link = await shared(store, filter);
      await save(store, later);
      const { since } = await receipt(store, [...filter, ...scope], link);
      expect(since).toMatchObject(is);
      expect(since).toMatchObject({ rows: link.digest.rows, asof: link.asof });
      if (since?.state === 'grown') await expectApart(store, [...filter, ...scope], link, since.toldBy);
      else expect(since?.toldBy).toBeNull();
    } finally {
      await store.close();
    }
  });
}

/** What a grown link showed and what came after it are two filters that between them hold each row once. */
async function expectApart(
  store: Store,
  clauses: Clause[],
  link: Shared,
  of: ArrivalRange['of'] | null,
): Promise<void> {
  if (of === null) throw new Error('a grown link does not say how its rows are told');
  const bounded = (ends: Pick<ArrivalRange, 'after' | 'by'>) =>
    receipt(store, [...clauses, ...fields.arrived.clauses({ of, ...ends }, at('12:00'))], link);
  const [kept, newOnes, all] = await Promise.all([
    bounded({ after: null, by: link.asof }),
    bounded({ after: link.asof, by: null }),
    receipt(store, clauses, link),
  ]);
  expect(kept.since?.state).toBe('same');
  expect(kept.now.rows + newOnes.now.rows).toBe(all.now.rows);
}

async function shared(store: Store, clauses: Clause[]): Promise<Shared> {
  const { now } = await receipt(store, clauses, null);
  if (now.asof === null) throw new Error('no row is shown');
  return { asof: now.asof, digest: { rows: now.rows, hash: now.digest } };
}

function save(store: Store, records: readonly AuditRecord[]): Promise<void> {
  return store.write(async (writer) => {
    await saveRecords(writer, records);
    await deriveTouched(writer, null);
  });
}

describe('a link that was copied earlier', () => {
  check('shows the same rows when nothing came', { is: { state: 'same', rowsNow: 3, arrived: 0 } });
  check('has grown by a request of which another service’s record alone had arrived', {
    later: [
      record('Add user', '07:00', fulfilment, {
        but: { correlationId: correlationOf(4), category: 'UserManagement' },
      }),
      asks('10:00', { request: 4 }),
      delivers('10:00', { request: 1 }),
    ],
    is: { state: 'grown', toldBy: 'first', rowsNow: 4, arrived: 2 },
  });
  check('shows the same rows when later records change no outcome', {
    later: [delivers('10:00', { request: 1 })],
    is: { state: 'same', rowsNow: 3, arrived: 1 },
  });
  check('has grown when requests are new', {
    later: [asks('4 08:00', { request: 4 }), asks('4 08:05', { request: 5 })],
    is: { state: 'grown', rows: 3, rowsNow: 5, arrived: 2 },
  });
  check('has grown when requests are new and others have later records', {
    later: [asks('4 08:00', { request: 4 }), delivers('10:00', { request: 1 })],
    is: { state: 'grown', rowsNow: 4, arrived: 2 },
  });
  check('has grown when a known request has come to match', {
    filter: approved,
    later: [approve('4 08:00', null, { request: 3 })],
    is: { state: 'grown', toldBy: 'latest', rows: 2, rowsNow: 3, arrived: 1 },
  });
  check('has changed when an outcome has', {
    later: [deny('4 08:00', null, { request: 3 })],
    is: { state: 'changed', rowsNow: 3, arrived: 1 },
  });
  check('has changed when a row no longer matches', {
    filter: [{ kind: 'one-of', field: 'outcome', not: false, values: ['pending', 'approved'] }],
    later: [deny('4 08:00', null, { request: 3 })],
    is: { state: 'changed', rows: 3, rowsNow: 2 },
  });
  check('has changed when a record that had arrived by then is read later', {
    later: [asks('07:00', { request: 6 })],
    is: { state: 'changed', rowsNow: 4, arrived: 0 },
  });
  check('lies outside for a reader who sees fewer of its rows', {
    scope: may(portal.id),
    is: { state: 'outside', rows: 3, rowsNow: 1 },
  });
  check('shows the same rows to a reader who may see them all', {
    scope: may(portal.id, payables.id),
    is: { state: 'same', rowsNow: 3 },
  });
  check('lies outside for a reader who may see nothing', {
    scope: [{ kind: 'scope', field: 'scope', grants: [] }],
    is: { state: 'outside', rowsNow: 0 },
  });
});

describe('the digest', () => {
  test('is of ids and outcomes in any order, and of no row 0', async () => {
    const [one, other] = [await openStore(null), await openStore(null)];
    await save(one, [...shown, decides('approved', '09:00', null, 'ok')]);
    for (const record of shown.toReversed()) await save(other, [record]);
    const digests = await Promise.all([one, other].map((store) => receipt(store, [], null)));
    expect(digests[0]?.now).toEqual(digests[1]?.now);
    expect(digests[0]?.now).toEqual({
      rows: 3,
      digest: expect.stringMatching(/^[0-9a-f]{32}$/),
      asof: at('09:10'),
    });
    expect((await receipt(one, may(), null)).now).toEqual({ rows: 0, digest: '0'.repeat(32), asof: null });
    for (const store of [one, other]) await store.close();
  });
  test('without an earlier link says nothing of one', async () => {
    const store = await openStore(null);
    expect((await receipt(store, [], null)).since).toBeNull();
    await store.close();
  });
});

test('a request is told by when its records arrived, not by when they happened', async () => {
  const store = await openStore(null);
  await save(store, [asks('08:00', { request: 1, but: { ingestedAt: at('4 08:00') } })]);
  const link = await shared(store, []);
  expect(link.asof).toBe(at('4 08:00'));
  await save(store, [asks('07:00', { request: 2, but: { ingestedAt: at('4 09:00') } })]);
  expect((await receipt(store, [], link)).since).toMatchObject({ state: 'grown', rowsNow: 2, arrived: 1 });
  await store.close();
});
