import 'server-only';
import type { DuckDBConnection } from '@duckdb/node-api';
import { AppError } from '../errors';
import { log } from '../log';
import { noteQuery } from '../metrics';
import { Turns } from '../turns';
import { type Bindings, rowsOf } from './open';

/** Whose question it is, and what ends it before its answer. */
export interface Ends {
  /** Null for the product's own. */
  reader: string | null;
  signal: AbortSignal | null;
  /** How long it may run, in milliseconds, its wait for a connection left out; null is as long as it needs. */
  longestMs: number | null;
}

/** The connections that read, each of which runs one question at a time. */
export interface Readers {
  /** Throws the signal's reason as soon as it is aborted, and `question-too-long`. */
  ask<T extends object>(sql: string, bindings: Bindings | undefined, ends: Ends): Promise<T[]>;
  /** Resolves once every question asked so far has left its connection. */
  settled(): Promise<void>;
}

/** An interrupt is lost on a question that is only about to begin, so it is said again until the question ends. */
export const interruptEveryMs = 10;

/** Whether DuckDB says of a question that it was ended, and nothing else was wrong with it. */
export function isInterrupt(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('INTERRUPT Error');
}

/** Questions wait for one of the connections, which readers are given one after the other. */
export function readersOver(connections: readonly DuckDBConnection[]): Readers {
  const idle = [...connections];
  const turns = new Turns(connections.length);
  const underWay = new Set<Promise<unknown>>();

  const run = async <T extends object>(sql: string, bindings: Bindings | undefined, ends: Ends) => {
    const end = await turns.take(ends.signal, ends.reader);
    const connection = idle.pop();
    if (connection === undefined) throw new Error('no reading connection');
    const { answer, left } = asked(connection, rowsOf<T>(connection, sql, bindings), ends);
    const done: Promise<unknown> = left.finally(() => {
      underWay.delete(done);
      idle.push(connection);
      end();
    });
    underWay.add(done);
    return answer;
  };

  return {
    ask(sql, bindings, ends) {
      const answer = run<never>(sql, bindings, ends);
      const settled: Promise<unknown> = answer.catch(() => undefined).finally(() => underWay.delete(settled));
      underWay.add(settled);
      return answer;
    },
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}

/** `answer` fails at once when something ends the question; `left` resolves when the connection is free of it. */
function asked<T>(
  connection: DuckDBConnection,
  running: Promise<T>,
  { signal, longestMs }: Ends,
): { answer: Promise<T>; left: Promise<void> } {
  const started = performance.now();
  let interrupting: NodeJS.Timeout | undefined;
  const isOver = () => interrupting !== undefined;
  let tooLong: NodeJS.Timeout | undefined;
  const answer = new Promise<T>((resolve, reject) => {
    const stop = (reason: unknown) => {
      reject(reason);
      connection.interrupt();
      interrupting ??= setInterval(() => connection.interrupt(), interruptEveryMs);
    };
    const leave = () => stop(signal?.reason);
    if (signal?.aborted) leave();
    signal?.addEventListener('abort', leave, { once: true });
    if (longestMs !== null) tooLong = setTimeout(() => stop(questionTooLong(longestMs)), longestMs);
    void running.then(resolve, reject).finally(() => signal?.removeEventListener('abort', leave));
  });
  const left = running.then(
    () => true,
    (err: unknown) => {
      // Nobody waits for the answer any more who would say what went wrong.
      if (isOver() && !isInterrupt(err)) log.error({ err }, 'a question that was ended had failed');
      return false;
    },
  );
  return {
    answer,
    left: left.then((answered) => {
      clearInterval(interrupting);
      clearTimeout(tooLong);
      noteQuery({ seconds: (performance.now() - started) / 1000, failed: !answered && !signal?.aborted });
    }),
  };
}

function questionTooLong(longestMs: number): AppError {
  return new AppError(
    'question-too-long',
    `This takes longer than the ${longestMs / 1000} seconds that a question may take. Narrow the time range or the filter.`,
  );
}
