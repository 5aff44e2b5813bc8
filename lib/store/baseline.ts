import type { Pace } from '../columns/questions';
import type { Clause } from '../filter/clause';
import { hoursBefore } from '../filter/instant';
import type { Ask } from './asking';
import { barCounts } from './bars';
import { instantText } from './instant';
import { fastOf, pace } from './pace';

const baselineDays = 180;
const openDays = 30;

/** The earlier time to approve of one package or approver, and how it spreads over the bars. */
export interface Baseline {
  of: 'package' | 'approver';
  id: string;
  pace: Pace;
  fast: NonNullable<ReturnType<typeof fastOf>>;
  /** UTC ISO 8601, end exclusive. */
  from: string;
  to: string;
  bars: number[];
}

/**
 * The baseline of the one package or approver that the clauses choose by id; null when there is none, or too few
 * approvals.
 */
export async function baseline(ask: Ask, clauses: readonly Clause[]): Promise<Baseline | null> {
  const one = oneChosen(clauses, 'approver') ?? oneChosen(clauses, 'package');
  if (one === null) return null;
  const always = [...clauses.filter(({ kind }) => kind === 'scope'), one.clause];
  const to = startOfView(clauses) ?? (await newestMonth(ask, always));
  if (to === null) return null;
  const from = hoursBefore(to, baselineDays * 24);
  const own: Clause[] = [...always, { kind: 'time-range', field: 'decided', of: 'decided', from, to }];
  const [found, bars] = await Promise.all([pace(ask, own), barCounts(ask, own)]);
  const fast = fastOf(found);
  if (fast === null) return null;
  return { of: one.of, id: one.id, pace: found, fast, from, to, bars: bars.map(({ requests }) => requests) };
}

/** The clause that chooses exactly one object of a field by its id. */
function oneChosen(clauses: readonly Clause[], of: 'package' | 'approver') {
  for (const clause of clauses) {
    if (clause.kind !== 'any-of' || clause.field !== of || clause.not) continue;
    const [id, second] = clause.ids;
    if (id !== undefined && second === undefined && clause.texts.length === 0) return { of, id, clause };
  }
  return null;
}

/** Where the span of the view starts; null when it is open. */
function startOfView(clauses: readonly Clause[]): string | null {
  const span = clauses.find(({ field }) => field === 'time');
  return span?.kind === 'time-range' ? span.from : null;
}

/** 30 days before the newest approval, UTC ISO 8601; null without one. */
async function newestMonth(ask: Ask, clauses: readonly Clause[]): Promise<string | null> {
  const [found] = await ask(
    clauses,
    { name: 'newest' },
    (requests) =>
      `SELECT ${instantText('max(r.decided)')} AS newest FROM ${requests} r WHERE r.took IS NOT NULL`,
  );
  return found?.newest ? hoursBefore(found.newest, openDays * 24) : null;
}
