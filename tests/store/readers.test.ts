import { setMaxListeners } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { log } from '@/lib/log';
import { openStore, type Store } from '@/lib/store/open';
import { readersOver } from '@/lib/store/readers';
import { openSnapshot } from '@/lib/store/snapshot';

/** Minutes of work for any machine; a test that waits for its answer fails. */
const endless = 'SELECT sum(a.range * b.range)::DOUBLE AS n FROM range(10000000) a, range(10000) b';

let store: Store;
beforeAll(async () => {
  store = await openStore(null);
});
afterAll(() => store.close());

/** The store as somebody asks it who can leave. */
const until = (signal: AbortSignal, reader: string | null = null) => store.until({ reader, signal });

const one = (from: Store) => from.all<{ one: number }>('SELECT 1 AS one');

/** A question without end whose reader can leave. */
function leaving(sql = endless) {
  const reader = new AbortController();
  const asked = until(reader.signal).all(sql);
  asked.catch(() => undefined);
  return { asked, leave: () => reader.abort() };
}

describe('a reader who leaves', () => {
  test.each([0, 1, 5, 50])('ends their question %i ms after it was asked', async (ms) => {
    const { asked, leave } = leaving();
    if (ms > 0) await setTimeout(ms);
    leave();
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
  });
  test('gives their connections to the next ones', async () => {
    const left = Array.from({ length: 4 }, () => leaving());
    await setTimeout(20);
    const next = Array.from({ length: 8 }, () => one(store));
    for (const { leave } of left) leave();
    for (const answer of next) expect(await answer).toEqual([{ one: 1 }]);
  });
  test('leaves the queue at once, while others still run', async () => {
    const running = Array.from({ length: 4 }, () => leaving());
    const waiting = leaving('SELECT 1');
    waiting.leave();
    await expect(waiting.asked).rejects.toMatchObject({ name: 'AbortError' });
    for (const { leave } of running) leave();
  });
  test('before they ask is answered nothing', async () => {
    await expect(one(until(AbortSignal.abort()))).rejects.toMatchObject({ name: 'AbortError' });
  });
  test('does not end what is asked for everyone', async () => {
    const reader = new AbortController();
    const asked = one(until(reader.signal).lasting());
    reader.abort();
    expect(await asked).toEqual([{ one: 1 }]);
  });
  test('ends the reading of their snapshot', async () => {
    const reader = new AbortController();
    const snapshot = await until(reader.signal).snapshot();
    const asked = snapshot.all(endless);
    asked.catch(() => undefined);
    await setTimeout(20);
    reader.abort();
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
    await expect(snapshot.all('SELECT 1')).rejects.toMatchObject({ name: 'AbortError' });
  });
});

test('a snapshot that cannot begin gives its connection back', async () => {
  const closed: string[] = [];
  const opening = (whose: string, begun: Promise<unknown>, signal: AbortSignal | null) => {
    const connection = { run: () => begun, closeSync: () => closed.push(whose), interrupt: () => undefined };
    return openSnapshot(connection as unknown as DuckDBConnection, signal);
  };
  const gone = opening('gone', Promise.resolve(), AbortSignal.abort());
  await expect(gone).rejects.toMatchObject({ name: 'AbortError' });
  const failing = opening('failing', Promise.reject(new Error('no memory')), null);
  await expect(failing).rejects.toThrow('no memory');
  expect(closed).toEqual(['gone', 'failing']);
});

test('whoever stays is answered, whoever else leaves and when', async () => {
  const readers = fc.array(fc.option(fc.integer({ min: 0, max: 15 })), { minLength: 1, maxLength: 25 });
  await fc.assert(
    fc.asyncProperty(readers, async (leaves) => {
      const answers = leaves.map((ms, place) => {
        const reader = new AbortController();
        if (ms !== null) void setTimeout(ms).then(() => reader.abort());
        return until(reader.signal)
          .all<{ n: number }>('SELECT sum(range + $place)::DOUBLE AS n FROM range(200000)', { place })
          .catch((error: unknown) => {
            expect(ms).not.toBeNull();
            expect(error).toMatchObject({ name: 'AbortError' });
            return null;
          });
      });
      for (const [place, rows] of (await Promise.all(answers)).entries())
        if (rows !== null) expect(rows).toEqual([{ n: 19_999_900_000 + 200_000 * place }]);
    }),
    { numRuns: 60 },
  );
});

test.each([
  ['is in the log', 'IO Error: the disk is gone', 1],
  ['that says that it was ended is not', 'INTERRUPT Error: Interrupted!', 0],
])('an error of a question whose reader has left %s', async (_, message, times) => {
  const logged = vi.spyOn(log, 'error').mockReturnValue(undefined);
  const reader = new AbortController();
  const failing = {
    interrupt: () => undefined,
    runAndReadAll: () => setTimeout(30).then(() => Promise.reject(new Error(message))),
  };
  const { ask, settled } = readersOver([failing as unknown as DuckDBConnection]);
  const asked = ask('SELECT 1', {}, { reader: null, signal: reader.signal, longestMs: null });
  asked.catch(() => undefined);
  await setTimeout(1);
  reader.abort();
  await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
  await settled();
  expect(logged).toHaveBeenCalledTimes(times);
  logged.mockRestore();
});

describe('a reader who asks much', () => {
  const counted = 'SELECT sum(range)::DOUBLE AS n FROM range(3000000)';

  test('stands before nobody who asks later, and is answered all the same', async () => {
    const { signal } = new AbortController();
    setMaxListeners(0, signal);
    const answered: string[] = [];
    const asks = async (reader: string, from = until(signal, reader)) => {
      await from.all(counted);
      answered.push(reader);
    };
    const many = Array.from({ length: 40 }, () => asks('many'));
    const remembered = Array.from({ length: 40 }, () => asks('many', until(signal, 'many').lasting()));
    const others = ['first', 'second', 'third'].map((reader) => asks(reader));
    await Promise.all(others);
    expect(answered.filter((reader) => reader === 'many').length).toBeLessThan(15);
    await Promise.all([...many, ...remembered]);
  });
});

describe('a question that takes too long', () => {
  test('is ended, with the mend, and its connection answers the next one', async () => {
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const { ask, settled } = readersOver([connection]);
    const limits = { reader: null, signal: null, longestMs: 50 };
    const waiting = [ask(endless, {}, limits), ask('SELECT 1 AS one', {}, limits)] as const;
    await expect(waiting[0]).rejects.toMatchObject({
      code: 'question-too-long',
      message: expect.stringContaining('Narrow the time range'),
    });
    expect(await waiting[1]).toEqual([{ one: 1 }]);
    await settled();
  });
  test.each([
    ['a reader’s', (signal: AbortSignal) => until(signal)],
    ['a remembered one', (signal: AbortSignal) => until(signal).lasting()],
  ])('is %s that has run for half a minute', async (_, from) => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    let code: unknown = null;
    const asked = from(new AbortController().signal)
      .all(endless)
      .catch((error: { code: string }) => {
        code = error.code;
      });
    await vi.advanceTimersByTimeAsync(29_999);
    expect(code).toBeNull();
    await vi.advanceTimersByTimeAsync(1);
    vi.useRealTimers();
    await asked;
    expect(code).toBe('question-too-long');
  });
});

test('a store that closes waits until interrupted questions have left it', async () => {
  const closing = await openStore(null);
  const reader = new AbortController();
  const asked = Array.from({ length: 6 }, () =>
    closing.until({ reader: null, signal: reader.signal }).all(endless),
  );
  for (const each of asked) each.catch(() => undefined);
  await setTimeout(10);
  reader.abort();
  await closing.close();
  for (const each of asked) await expect(each).rejects.toMatchObject({ name: 'AbortError' });
});
