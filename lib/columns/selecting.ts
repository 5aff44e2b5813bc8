import type { Clause } from '../filter/clause';
import { type Bits, both, rowsOf } from './bits';
import type { Columns } from './columns';
import { bitsOf } from './where';

/** Answers the living rows that meet some clauses, least first. */
export type Select = (clauses: readonly Clause[]) => Uint32Array;

const mostClauses = 64;
const mostSelections = 12;

/** Remembers the newest answers: the questions about one view share most of their clauses. For columns that stay as they are. */
export function selecting(columns: Columns): Select {
  const clausesFound = new Map<string, Bits>();
  const found = new Map<string, Uint32Array>();
  const bits = (clause: Clause) =>
    recalled(clausesFound, mostClauses, JSON.stringify(clause), () => bitsOf(columns, clause));
  return (clauses) =>
    recalled(found, mostSelections, JSON.stringify(clauses), () =>
      rowsOf(clauses.map(bits).reduce(both, columns.alive)),
    );
}

function recalled<T>(known: Map<string, T>, most: number, key: string, find: () => T): T {
  const answer = known.get(key) ?? find();
  known.delete(key);
  known.set(key, answer);
  const [oldest] = known.keys();
  if (known.size > most && oldest !== undefined) known.delete(oldest);
  return answer;
}
