import 'server-only';
import { Worker } from 'node:worker_threads';
import type { Answered, Failure, FromThread, Question, Row, ToThread } from './messages';

/** Enough to hold the largest answer that the service gives several times over. */
const heapMb = 2048;

/** A question without an answer; `failure` says why. */
export class NoAnswer extends Error {
  constructor(readonly failure: Failure) {
    super(`Log Analytics gave no answer: ${JSON.stringify(failure)}`);
  }
}

interface Pending {
  rows: Row[];
  resolve: (answer: Answered & { found: Row[] }) => void;
  reject: (error: NoAnswer) => void;
}

/**
 * The thread in which answers are fetched and read, so that a large one never holds up whoever serves the pages.
 * It starts with the first question, and again with the next one after it crashed.
 */
export class ReadingThread {
  #worker: Worker | null = null;
  #next = 0;
  readonly #pending = new Map<number, Pending>();

  /** Asks once. Throws `NoAnswer`, kind `aborted` when the signal says so. */
  async ask(question: Question, signal: AbortSignal): Promise<Answered & { found: Row[] }> {
    if (signal.aborted) throw new NoAnswer({ kind: 'aborted' });
    const id = this.#next++;
    const worker = this.#started();
    const abort = () => worker.postMessage({ id, abort: true } satisfies ToThread);
    signal.addEventListener('abort', abort, { once: true });
    try {
      return await new Promise((resolve, reject) => {
        this.#pending.set(id, { rows: [], resolve, reject });
        worker.ref();
        worker.postMessage({ id, ask: question } satisfies ToThread);
      });
    } finally {
      signal.removeEventListener('abort', abort);
      // An idle thread does not keep the process alive.
      if (this.#pending.size === 0) worker.unref();
    }
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
  }

  #started(): Worker {
    if (this.#worker) return this.#worker;
    // Written so that the bundler sees it, and bundles the thread's code as well.
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: heapMb },
    });
    worker.on('message', (message: FromThread) => this.#told(message));
    worker.on('error', (error: Error & { code?: string }) =>
      this.#ended(worker, { kind: 'crashed', code: error.code ?? error.name, message: error.message }),
    );
    worker.on('exit', () => this.#ended(worker, { kind: 'aborted' }));
    this.#worker = worker;
    return worker;
  }

  #told(message: FromThread): void {
    const pending = this.#pending.get(message.id);
    if (!pending) return;
    if ('rows' in message) {
      for (const row of message.rows) pending.rows.push(row);
      return;
    }
    this.#pending.delete(message.id);
    if ('answered' in message) pending.resolve({ ...message.answered, found: pending.rows });
    else pending.reject(new NoAnswer(message.failed));
  }

  #ended(worker: Worker, failure: Failure): void {
    if (this.#worker !== worker) return;
    this.#worker = null;
    const all = [...this.#pending.values()];
    this.#pending.clear();
    for (const { reject } of all) reject(new NoAnswer(failure));
  }
}
