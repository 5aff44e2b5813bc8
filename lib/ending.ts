import 'server-only';
import { type ChannelListener, subscribe } from 'node:diagnostics_channel';
import type { EventEmitter } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import type { Inbound } from './inbound';
import { log } from './log';
import { stopMetrics } from './metrics';
import { refuseQuestions } from './server';

/** What is on its way gets so long to end, and the store after it. */
const answersMs = 10_000;
const storeMs = 5000;
/** A terminal and npm both pass one Ctrl+C on, so that it comes twice. */
const sameSignalMs = 500;

/**
 * From now on SIGTERM and SIGINT end the process with 0: new questions are refused, those on their way and downloads
 * get ten seconds, reading stops where nothing is lost, and the store is closed. A second signal ends it at once, with 1.
 */
export function endOnSignal(inbound: Inbound): void {
  const answers = answersUnderWay();
  let since: number | null = null;
  const onSignal = (signal: NodeJS.Signals) => {
    if (since === null) {
      since = performance.now();
      log.info({ signal, answers: answers.size }, 'stopping');
      void end(inbound, answers, since);
    } else if (performance.now() - since > sameSignalMs) {
      log.warn({ signal }, 'stopped at once');
      process.exit(1);
    }
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    // Next's own handlers wait for every answer without limit, leave the store open, and end with another code.
    process.removeAllListeners(signal);
    process.on(signal, onSignal);
  }
}

async function end(inbound: Inbound, answers: ReadonlySet<EventEmitter>, since: number): Promise<void> {
  refuseQuestions();
  const [answered, read] = await Promise.all([
    within(answersMs, allEnded(answers)),
    within(answersMs, inbound.stop()),
  ]);
  await stopMetrics();
  const closed = await within(storeMs, inbound.store.close());
  log.info({ seconds: (performance.now() - since) / 1000, answered, read, closed }, 'stopped');
  process.exit(0);
}

/** Whether it was done in time. What fails here is logged, and ends nothing else. */
async function within(milliseconds: number, work: Promise<void>): Promise<boolean> {
  const done = work.then(
    () => true,
    (err: unknown) => {
      log.error({ err }, 'stopping was not done in order');
      return false;
    },
  );
  return Promise.race([done, setTimeout(milliseconds, false)]);
}

/** The answers of this process's HTTP servers whose last byte is yet to go out. */
function answersUnderWay(): ReadonlySet<EventEmitter> {
  const underWay = new Set<EventEmitter>();
  const note: ChannelListener = (message) => {
    const { response } = message as { response: EventEmitter };
    underWay.add(response);
    response.once('close', () => underWay.delete(response));
  };
  subscribe('http.server.request.start', note);
  return underWay;
}

async function allEnded(answers: ReadonlySet<EventEmitter>): Promise<void> {
  while (answers.size > 0) await setTimeout(50);
}
