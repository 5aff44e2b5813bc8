import type { Clause } from '../filter/clause';
import { type Bits, both, rowsOf } from './bits';
import type { Columns } from './columns';
import { bitsOf } from './where';

/** Answers the living rows that meet some clauses, least first. */
export type Select = (clauses: readonly Clause[]) => Uint32Array;

/** Rows that are remembered in all, of the newest answers; a question about everything has all of them. */
const mostRows = 8_000_000;
const mostClauses = 64;

/** Remembers the newest answers: the questions about one view share most of their clauses. For columns that stay as they are. */
export function selecting(columns: Columns): Select {
  const clausesFound = new Map<string, Bits>();
  const found = new Map<string, Uint32Array>();
  const bits = (clause: Clause) =>
    recalled(
      clausesFound,
      mostClauses,
      () => 1,
      JSON.stringify(clause),
      () => bitsOf(columns, clause),
    );
  return (clauses) =>
    recalled(
      found,
      mostRows,
      ({ length }) => length + 1000,
      JSON.stringify(clauses),
      () => rowsOf(clauses.map(bits).reduce(both, columns.alive)),
    );
}

/** What is known under a key, or is found now; the oldest answers are forgotten while all weigh more than `most`. */
function recalled<T>(
  known: Map<string, T>,
  most: number,
  weight: (answer: T) => number,
  key: string,
  find: () => T,
): T {
  const answer = known.get(key) ?? find();
  known.delete(key);
  let weighed = weight(answer);
  for (const each of known.values()) weighed += weight(each);
  for (const [oldest, each] of known) {
    if (weighed <= most) break;
    known.delete(oldest);
    weighed -= weight(each);
  }
  known.set(key, answer);
  return answer;
}
