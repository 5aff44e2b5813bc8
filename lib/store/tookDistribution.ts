import type { Clause } from '../filter/clause';
import { type TookDistribution, tookBounds } from '../summary';
import { type Ask, leaving } from './asking';
import { barCounts } from './bars';
import type { Baseline } from './baseline';
import { type Facets, nameIn } from './facets';
import { pace } from './pace';

/** How the time to approve spreads, with what the baseline would have given for as many approvals. */
export async function tookDistribution(
  ask: Ask,
  clauses: readonly Clause[],
  earlier: Promise<Baseline | null>,
  facets: Promise<Facets>,
): Promise<TookDistribution> {
  const others = leaving(clauses, 'took');
  const [{ byPeople, medianSeconds }, counts, baseline] = await Promise.all([
    pace(ask, others),
    barCounts(ask, others),
    earlier,
  ]);
  return {
    bars: counts.map(({ requests, look }, bar) => ({
      fromSeconds: tookBounds[bar - 1] ?? null,
      toSeconds: tookBounds[bar] ?? null,
      requests,
      look,
      baseline: baseline && expected(baseline.bars[bar] ?? 0, baseline.pace.byPeople, byPeople),
    })),
    requests: byPeople,
    medianSeconds,
    baseline: baseline && {
      of: baseline.of,
      id: baseline.id,
      name: nameIn((await facets)[baseline.of], baseline.id),
      requests: baseline.pace.byPeople,
      from: baseline.from,
      to: baseline.to,
      medianSeconds: baseline.pace.medianSeconds,
      fastSeconds: baseline.fast.seconds,
    },
  };
}

/** How many of `n` would be in a bar that holds `part` of `of`, to two digits. */
function expected(part: number, of: number, n: number): number {
  return Math.round(((part * n) / of) * 100) / 100;
}
