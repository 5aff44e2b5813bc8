import 'server-only';
import { parentPort } from 'node:worker_threads';
import { ask, Unanswered } from './ask';
import type { Answered, Failure, FromThread, Question, ToThread } from './messages';
import { textRows } from './textRows';
import { writeRecords } from './writeRecords';

/** Rows in one message to the main thread, which must not be held up by reading it. */
const rowsPerMessage = 500;

const running = new Map<number, AbortController>();
const tell = (message: FromThread) => parentPort?.postMessage(message);

parentPort?.on('message', (message: ToThread) => {
  if ('abort' in message) running.get(message.id)?.abort();
  else void take(message.id, message.ask);
});

async function take(id: number, question: Question): Promise<void> {
  const controller = new AbortController();
  running.set(id, controller);
  try {
    tell({ id, answered: await answer(id, question, controller.signal) });
  } catch (error) {
    tell({ id, failed: controller.signal.aborted ? { kind: 'aborted' } : failureOf(error) });
  } finally {
    running.delete(id);
  }
}

async function answer(id: number, question: Question, signal: AbortSignal): Promise<Answered> {
  const { table, partial, body, bytes, ageSeconds, clockAheadSeconds } = await ask(question, signal);
  const answered = {
    rows: 0,
    unusable: 0,
    bytes,
    partial,
    newestIngested: null,
    ageSeconds,
    clockAheadSeconds,
  };
  if (question.file !== null)
    return { ...answered, ...(await writeRecords(question.file, table, question.workspace, signal)) };
  const rows = table === null ? [] : textRows(body);
  for (let from = 0; from < rows.length; from += rowsPerMessage)
    tell({ id, rows: rows.slice(from, from + rowsPerMessage) });
  return { ...answered, rows: rows.length };
}

function failureOf(error: unknown): Failure {
  if (error instanceof Unanswered) return error.failure;
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'code' in error ? String(error.code) : null;
  return code === null ? { kind: 'unreadable', message } : { kind: 'disk', code, message };
}
