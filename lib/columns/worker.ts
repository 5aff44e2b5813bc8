import { parentPort } from 'node:worker_threads';
import { answerTo } from './answer';
import { Columns } from './columns';
import type { FromThread, ToThread } from './messages';
import { selecting } from './selecting';

const columns = new Columns();
let select = selecting(columns);

parentPort?.on('message', (message: ToThread) => {
  const answer = (): FromThread => {
    try {
      return { id: message.id, done: work(message) };
    } catch (error) {
      return { id: message.id, failed: placeOf(error) };
    }
  };
  parentPort?.postMessage(answer());
});

function work(message: ToThread): unknown {
  if ('ask' in message) return answerTo(columns, select, message.ask.clauses, message.ask.question);
  if ('append' in message) for (const text of message.append.split('\n')) columns.append(text);
  else {
    columns.commit();
    select = selecting(columns);
  }
  return null;
}

function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return `${error.name} ${/^ {4}(at .*)$/m.exec(error.stack ?? '')?.[1] ?? ''}`;
}
