import type { Clause } from '../filter/clause';
import type { Question } from './questions';

/** What the thread of the columns is told, each answered by its number. */
export type ToThread = { id: number } & (
  | { ask: { clauses: readonly Clause[]; question: Question } }
  /** JSON texts of requests, one a line. */
  | { append: string }
  | { commit: true }
);

/** `failed` is the kind of an error and the place in the code: its message can hold texts of the log. */
export type FromThread = { id: number } & ({ done: unknown } | { failed: string });
