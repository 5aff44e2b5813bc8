import type { Clause } from '../filter/clause';
import type { Cell, Mark, Scatter } from '../summary';
import { type Ask, leaving } from './asking';
import { barOf } from './bars';
import type { Baseline } from './baseline';
import { inOrder } from './inOrder';
import { isWorthALook } from './marks';
import { isNoHuman } from './measures';
import { fastOf, pace } from './pace';
import { columnOf, startOf } from './timeColumns';

/** More requests than this are told in cells. */
const mostMarks = 5000;
const mostColumns = 60;

/** Time to approve by decision time, every request on its own or, when there are too many, in cells. */
export async function scatter(
  ask: Ask,
  clauses: readonly Clause[],
  earlier: Promise<Baseline | null>,
): Promise<Scatter> {
  const others = leaving(clauses, 'decided', 'took');
  const [found, baseline] = await Promise.all([pace(ask, others), earlier]);
  const of = baseline?.pace ?? found;
  const fast = fastOf(of);
  const { from, to, byPeople, byNoHuman } = found;
  const asMarks = byPeople + byNoHuman <= mostMarks;
  return {
    from,
    to,
    byPeople,
    byNoHuman,
    fastSeconds: fast?.seconds ?? null,
    fastOf: fast && { percentile: fast.percentile, requests: of.byPeople },
    marks: asMarks ? await marks(ask, others) : null,
    cells: asMarks || from === null || to === null ? null : await cells(ask, others, from, to),
  };
}

const hasPlace = `r.took IS NOT NULL OR ${isNoHuman}`;

async function marks(ask: Ask, clauses: readonly Clause[]): Promise<Mark[]> {
  const found = await ask(
    clauses,
    { name: 'marks' },
    (requests) => `
SELECT r.request_id AS "requestId", r.tenant, coalesce(r.decided_text, r.first_text) AS "at", r.took AS seconds, r.outcome,
  ${isWorthALook} AS look
FROM ${requests} r WHERE ${hasPlace}`,
  );
  return inOrder(found, ({ at, requestId, tenant }) => [at.slice(0, -1), requestId, tenant]);
}

async function cells(ask: Ask, clauses: readonly Clause[], from: string, to: string): Promise<Cell[]> {
  const width = columnSeconds((Date.parse(to) - Date.parse(from)) / 1000);
  const found = await ask(
    clauses,
    { name: 'cells', width },
    (requests) => `
SELECT ${columnOf} AS "column", (${barOf})::DOUBLE AS bar, count(*)::DOUBLE AS requests,
  (count(*) FILTER (${isWorthALook}))::DOUBLE AS look
FROM ${requests} r WHERE ${hasPlace} GROUP BY ALL`,
    { width },
  );
  return inOrder(found, ({ column, bar }) => [column, bar ?? -1]).map(({ column, ...cell }) => ({
    from: startOf(column, width),
    to: startOf(column + 1, width),
    ...cell,
  }));
}

const hour = 3600;
const steps = [1, 2, 3, 6, 12, 24, 48, 96, 168, 336, 672].map((hours) => hours * hour);

/** The least width, of whole hours, days or weeks, at which so long a time has at most 60 columns. */
function columnSeconds(span: number): number {
  const most = mostColumns - 1;
  return steps.find((step) => span / step <= most) ?? Math.ceil(span / most / 604_800) * 604_800;
}
