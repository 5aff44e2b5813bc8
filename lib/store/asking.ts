import 'server-only';
import type { Question, RowOf } from '../columns/questions';
import type { Clause } from '../filter/clause';
import type { Bindings, Store } from './open';
import { together } from './together';
import { where } from './where';

/**
 * Asks a question about the requests that `clauses` keep, and answers its rows in no order. The columns in memory
 * answer it where they can, else DuckDB does: `sql` is given the relation to read, which needs an alias.
 */
export type Ask = <Q extends Question>(
  clauses: readonly Clause[],
  question: Q,
  sql: (requests: string) => string,
  bindings?: Bindings,
) => Promise<RowOf<Q>[]>;

/** Asks DuckDB alone. */
export type AskSql = <T extends object>(
  clauses: readonly Clause[],
  sql: (requests: string) => string,
  bindings?: Bindings,
) => Promise<T[]>;

/** Rows by statement and values. */
export type Remembered = Map<string, Promise<object[]>>;

/**
 * A way to ask several statements at once, each of which runs once however many questions share it. What is
 * asked of everything, or of everything that exclusion rules leave, goes to `remembered`. Statements with a clause that is costly to evaluate run together.
 */
export function asking(store: Store, remembered: Remembered): Ask {
  const own: Remembered = new Map();
  const asksOf = (one: Store): { store: Store; askTogether: AskSql } => ({
    store: one,
    askTogether: together(one),
  });
  const mine = asksOf(store);
  const everyones = asksOf({ ...store.lasting(), columns: store.columns });
  return <Q extends Question>(
    clauses: readonly Clause[],
    question: Q,
    sql: (requests: string) => string,
    bindings: Bindings = {},
  ) => {
    const isRemembered = clauses.every(({ kind }) => kind === 'rules');
    const { store: asked, askTogether } = isRemembered ? everyones : mine;
    const inDuckDB = () =>
      clauses.some(isCostly)
        ? askTogether<RowOf<Q>>(clauses, sql, bindings)
        : askAlone<RowOf<Q>>(asked, clauses, sql, bindings);
    const run = async () => (await asked.columns?.ask(clauses, question)) ?? inDuckDB();
    const key = JSON.stringify([clauses, question, sql(''), bindings]);
    return once(isRemembered ? remembered : own, key, run);
  };
}

/** Looking through texts, or through the list of each request's approvers, costs more than all the rest. */
function isCostly(clause: Clause): boolean {
  if (clause.kind === 'rules') return clause.rules.some((rule) => rule.some(isCostly));
  const { field } = clause;
  return field === 'q' || field === 'approver' || field === 'approverReason';
}

/** The clauses without those of some fields, as a facet or a chart leaves out its own. */
export function leaving(clauses: readonly Clause[], ...fields: Clause['field'][]): Clause[] {
  return clauses.filter(({ field }) => !fields.includes(field));
}

function askAlone<T extends object>(
  store: Store,
  clauses: readonly Clause[],
  sql: (requests: string) => string,
  bindings: Bindings,
): Promise<T[]> {
  if (clauses.length === 0) return store.all<T>(sql('requests'), bindings);
  const condition = where(clauses);
  const requests = `(SELECT * FROM requests r WHERE ${condition.sql})`;
  return store.all<T>(sql(requests), { ...condition.bindings, ...bindings });
}

function once<T extends object>(known: Remembered, key: string, run: () => Promise<T[]>): Promise<T[]> {
  const asked = known.get(key) ?? run();
  known.set(key, asked);
  asked.catch(() => known.delete(key));
  return asked as Promise<T[]>;
}
