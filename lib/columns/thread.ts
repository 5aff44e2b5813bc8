import 'server-only';
import { Worker } from 'node:worker_threads';
import type { Clause } from '../filter/clause';
import type { FromThread, ToThread } from './messages';
import type { Question, RowOf } from './questions';

/** Dictionaries and what is parsed live in it; the columns themselves lie outside and have no bound. */
const heapMb = 4096;

/** The columns in a thread of their own, so that whoever serves the pages is never held up. It ends with its first crash. */
export class ColumnsThread {
  readonly #worker: Worker;
  readonly #pending = new Map<number, { resolve: (done: unknown) => void; reject: (error: Error) => void }>();
  #next = 0;
  #ended: Error | null = null;

  /** `onCrash` is told once, should the thread end by itself. */
  constructor(onCrash: (error: Error) => void) {
    // Written so that the bundler sees it, and bundles the thread's code as well.
    this.#worker = new Worker(new URL('./worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: heapMb },
    });
    this.#worker.unref();
    this.#worker.on('message', (message: FromThread) => this.#told(message));
    const ended = (error: Error) => {
      if (this.#ended) return;
      this.#end(error);
      onCrash(error);
    };
    this.#worker.on('error', ended);
    this.#worker.on('exit', (code) => ended(new Error(`exit code ${code}`)));
  }

  /** Throws when the thread could not answer, or has ended. */
  ask<Q extends Question>(clauses: readonly Clause[], question: Q): Promise<RowOf<Q>[]> {
    return this.#post({ ask: { clauses, question } }) as Promise<RowOf<Q>[]>;
  }

  /** JSON texts of requests to be seen from the next commit on. */
  async append(texts: readonly string[]): Promise<void> {
    await this.#post({ append: texts.join('\n') });
  }

  async commit(): Promise<void> {
    await this.#post({ commit: true });
  }

  async close(): Promise<void> {
    this.#end(new Error('closed'));
    await this.#worker.terminate();
  }

  #post(message: ToThread extends infer M ? (M extends ToThread ? Omit<M, 'id'> : never) : never) {
    if (this.#ended) return Promise.reject(this.#ended);
    const id = this.#next++;
    return new Promise<unknown>((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
      // A thread that works keeps the process alive, an idle one does not.
      this.#worker.ref();
      this.#worker.postMessage({ ...message, id });
    });
  }

  #told(message: FromThread): void {
    const pending = this.#pending.get(message.id);
    this.#pending.delete(message.id);
    if (this.#pending.size === 0) this.#worker.unref();
    if ('done' in message) pending?.resolve(message.done);
    else pending?.reject(new Error(message.failed));
  }

  #end(error: Error): void {
    this.#ended = error;
    const all = [...this.#pending.values()];
    this.#pending.clear();
    for (const { reject } of all) reject(error);
  }
}
