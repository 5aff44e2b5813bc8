import 'server-only';
import { deepestRow, type Question, type RowOf } from '../columns/questions';
import { ColumnsThread } from '../columns/thread';
import type { Clause } from '../filter/clause';
import { log } from '../log';
import { changedColumnsText, everyColumnsText } from './columnsText';
import type { Store } from './open';
import type { Snapshot } from './snapshot';

/** A faster answerer beside DuckDB: the requests in memory, as they were at some version of the store. */
export interface ColumnsBeside {
  /** The answer for the store's present version, or null when DuckDB is to give it. */
  ask<Q extends Question>(clauses: readonly Clause[], question: Q): Promise<RowOf<Q>[] | null>;
  close(): Promise<void>;
}

/** How long a question waits for the newest requests before DuckDB answers it. */
const patienceMs = 300;
/** How often they are looked for, unasked; while data keep coming, that takes a quarter of the time, or more of a long one. */
const lookEveryMs = 100;
const restTimes = 3;
const longestRestMs = 15_000;
/** After a failure the columns are not loaded again at once. */
const pauseMs = 10_000;

/** The store with its requests in columns, which begin to load at once and close with it. */
export function withColumns(store: Store): Store {
  const columns = columnsBeside(store);
  const answering = (one: Store): Store => ({
    ...one,
    columns,
    until: (asker) => answering(one.until(asker)),
    lasting: () => answering(one.lasting()),
    close: async () => {
      await columns.close();
      await one.close();
    },
  });
  return answering(store);
}

function columnsBeside(store: Store): ColumnsBeside {
  let thread: ColumnsThread | null = null;
  /** Of the data that the columns hold; 0 until they are loaded. */
  let version = 0;
  /** When they are looked for next at the earliest. */
  let notBefore = 0;
  let late = false;
  let closed = false;
  let reading: Snapshot | null = null;
  let updating: Promise<void> | null = null;
  let emptying: Promise<void> = Promise.resolve();

  const drop = (of: ColumnsThread) => {
    if (thread !== of) return;
    thread = null;
    version = 0;
    notBefore = Date.now() + pauseMs;
    void of.close();
  };

  const start = () => {
    const started: ColumnsThread = new ColumnsThread((error) => {
      log.error(
        { reason: error.name },
        'the columns in memory were lost; DuckDB answers until they are loaded again',
      );
      drop(started);
    });
    return started;
  };

  /** Brings the columns up to date; a failure is logged, and they are loaded again after a pause. */
  const update = async () => {
    const started = performance.now();
    const to = store.version();
    const whole = version === 0;
    let own: ColumnsThread | null = null;
    try {
      own = thread ?? start();
      thread = own;
      reading = await store.snapshot();
      const [taken] = await reading.all<{ n: number }>('SELECT count(*)::DOUBLE AS n FROM changed');
      if (closed) return;
      let requests = 0;
      if (whole || taken?.n)
        for await (const texts of reading.texts(whole ? everyColumnsText : changedColumnsText)) {
          requests += texts.length;
          await own.append(texts);
        }
      await own.commit();
      if (thread !== own) return;
      version = to;
      if (whole) log.info({ requests, ms: Math.round(performance.now() - started) }, 'columns loaded');
      if (taken?.n) emptying = empty(taken.n);
    } catch (error) {
      if (own !== null) drop(own);
      notBefore = Date.now() + pauseMs;
      if (!closed)
        log.error({ reason: reasonOf(error) }, 'the columns in memory could not be brought up to date');
    } finally {
      await reading?.close().catch(() => undefined);
      reading = null;
      const rest = Math.min(longestRestMs, restTimes * (performance.now() - started));
      notBefore = Math.max(notBefore, Date.now() + rest);
    }
  };

  /**
   * Others only add to `changed`: with as many rows as were taken, it holds no other ones. That is so because nothing
   * is taken anew before this has ended.
   */
  const empty = (taken: number) =>
    store
      .write(
        async (writer) => {
          const [now] = await writer.all<{ n: number }>('SELECT count(*)::DOUBLE AS n FROM changed');
          if (now?.n === taken && !closed) await writer.run('DELETE FROM changed');
        },
        () => false,
      )
      .catch((error: unknown) =>
        log.error({ reason: reasonOf(error) }, 'the list of changed requests could not be emptied'),
      );

  const updated = (): Promise<void> => {
    updating ??= emptying.then(update).finally(() => {
      updating = null;
    });
    return updating;
  };

  const look = () => {
    if (version < store.version() && !closed && Date.now() >= notBefore) void updated();
  };

  /** Waits for the newest data, unless they are the first, or others have waited in vain. */
  const isUpTo = async (wanted: number): Promise<boolean> => {
    const until = Date.now() + patienceMs;
    while (version > 0 && version < wanted && !late && !closed) {
      const left = until - Date.now();
      late = left <= 0;
      if (!late) await Promise.race([updated(), after(left)]);
    }
    if (version >= wanted) late = false;
    return version >= wanted;
  };

  const timer = setInterval(look, lookEveryMs);
  timer.unref();
  look();

  return {
    async ask(clauses, question) {
      if (question.name === 'page' && question.offset + question.limit > deepestRow) return null;
      if (!(await isUpTo(store.version())) || thread === null) return null;
      return thread.ask(clauses, question).catch((error: unknown) => {
        if (!closed)
          log.error({ question: question.name, reason: reasonOf(error) }, 'the columns could not answer');
        return null;
      });
    },
    async close() {
      closed = true;
      clearInterval(timer);
      await reading?.close();
      await updating;
      await thread?.close();
    },
  };
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
}

/** The thread's errors hold no text of the log; of others the name alone is told. */
function reasonOf(error: unknown): string {
  return error instanceof Error ? `${error.name} ${error.message.slice(0, 200)}` : 'unknown';
}
