import 'server-only';
import type { Answers } from '../columns/questions';
import type { Clause } from '../filter/clause';
import { leaving } from './asking';
import type { Store } from './open';
import { remembering } from './remembering';
import { conditions } from './where';

/** The rows and the summary of a view ask the same one. */
const recall = remembering<number[]>(50);

/**
 * How many of the requests that `clauses` but for the exclusion rules keep each rule hides, in the order of the rules. A request counts for the
 * first rule that hides it, so that the counts add up to what all of them hide.
 */
export function hiddenBy(
  store: Store,
  clauses: readonly Clause[],
  rules: readonly (readonly Clause[])[],
): Promise<number[]> {
  const key = JSON.stringify([clauses, rules]);
  return recall(store, key, (lasting) => hiddenNow(lasting, clauses, rules));
}

async function hiddenNow(
  store: Store,
  asked: readonly Clause[],
  rules: readonly (readonly Clause[])[],
): Promise<number[]> {
  if (rules.length === 0) return [];
  const found = await store.columns?.ask(leaving(asked, 'rules'), { name: 'hidden', rules });
  return found ? inPlace(rules, found) : countHidden(store, asked, rules);
}

function inPlace(rules: readonly unknown[], found: readonly Answers['hidden'][]): number[] {
  return rules.map((_, place) => found.find((each) => each.place === place)?.requests ?? 0);
}

/** The same, asked at once of the store or of a snapshot of it, and of DuckDB alone. */
export async function countHidden(
  { all }: Pick<Store, 'all'>,
  asked: readonly Clause[],
  rules: readonly (readonly Clause[])[],
): Promise<number[]> {
  if (rules.length === 0) return [];
  const clauses = leaving(asked, 'rules');
  const spared = rules.map((rule): Clause => ({ kind: 'rules', field: 'rules', rules: [rule] }));
  const { parts, bindings } = conditions([...clauses, ...spared]);
  const first = parts.slice(clauses.length).map((part, place) => `WHEN NOT ${part} THEN ${place}`);
  const found = await all<Answers['hidden']>(
    `SELECT place, count(*)::DOUBLE AS requests FROM (
       SELECT CASE ${first.join(' ')} END AS place FROM requests r WHERE ${parts.slice(0, clauses.length).join(' AND ') || 'true'})
     WHERE place IS NOT NULL GROUP BY place`,
    bindings,
  );
  return inPlace(rules, found);
}
