import 'server-only';
import type { Clause } from '../filter/clause';
import { worthALook } from '../filter/fields';
import type { Facet, SummaryAnswer } from '../summary';
import { type Ask, asking, type Remembered } from './asking';
import { baseline } from './baseline';
import { comparedApprovers, comparedPackages } from './compared';
import { allFacets } from './facets';
import { namingOf } from './naming';
import type { Store } from './open';
import { pace } from './pace';
import { countsSql, namesOf } from './rows';
import { scatter } from './scatter';
import { tookDistribution } from './tookDistribution';
import { weeks } from './weeks';

const unfiltered = new WeakMap<object, { version: number; remembered: Remembered }>();

/** What was asked with no clause but exclusion rules, for as long as the data stay as they are. */
function rememberedOf(store: Store): Remembered {
  const version = store.version();
  const known = unfiltered.get(store.shared);
  if (known?.version === version) return known.remembered;
  const remembered: Remembered = new Map();
  unfiltered.set(store.shared, { version, remembered });
  return remembered;
}

/** Statistics over every request that matches; each facet and each chart leaves out its own clause. */
export async function summary(
  store: Store,
  clauses: readonly Clause[],
): Promise<Omit<SummaryAnswer, 'hidden'>> {
  const ask = asking(store, rememberedOf(store));
  const scope = clauses.filter(({ kind }) => kind === 'scope');
  const names = namesOf(store, clauses);
  const facets = allFacets(ask, clauses, names, namingOf(store, clauses));
  const earlier = baseline(ask, clauses);
  const [matching, all, found, took, marks, trend, packages, approvers] = await Promise.all([
    pace(ask, clauses),
    count(ask, scope),
    facets,
    tookDistribution(ask, clauses, earlier, facets),
    scatter(ask, clauses, earlier),
    weeks(ask, clauses),
    comparedPackages(ask, clauses, facets),
    comparedApprovers(ask, clauses, facets),
  ]);
  return {
    requests: matching.requests,
    all,
    medianSeconds: matching.medianSeconds,
    medianOf: matching.byPeople,
    approvedByPeople: countIn(found.outcome, ['approved']),
    noHumanDecision: countIn(found.outcome, ['auto-approved', 'assigned', 'policy-assigned']),
    denied: countIn(found.outcome, ['denied']),
    pending: countIn(found.outcome, ['pending']),
    noReason: countIn(found.requestorReason, ['empty', 'absent']),
    worthALook: countIn(found.strength, worthALook),
    unchecked: countIn(found.strength, ['unknown']),
    facets: found,
    took,
    scatter: marks,
    ...trend,
    packages,
    approvers,
  };
}

async function count(ask: Ask, clauses: readonly Clause[]): Promise<number> {
  const [found] = await ask(clauses, { name: 'counts' }, countsSql);
  return found?.total ?? 0;
}

function countIn({ values }: Facet, words: readonly string[]): number {
  return values.reduce((sum, { value, requests }) => sum + (words.includes(value) ? requests : 0), 0);
}
