import { medianFrom, nth, rounded } from './quantiles';
import { tookSteps } from './tookSteps';

/** The approvals among some rows, each of which is in a group of the same place. */
export interface Grouped {
  rows: Uint32Array;
  groups: Uint16Array | Uint32Array;
  /** More than any group. */
  count: number;
}

/** The columns that tell a time to approve, and the step that it is in. */
export interface TookColumns {
  took: { values: Float64Array };
  tookStep: { values: Uint8Array | Uint16Array | Uint32Array };
}

/** How many approvals are in a group, and their seconds at some quantiles; null from too few. */
export interface TookOfGroup {
  byPeople: number;
  seconds: (number | null)[];
}

/**
 * Seconds at some quantiles, least first, of each group, as `quantile_cont` and `round` of DuckDB tell them. Approvals are
 * counted by step, so that none but those of the steps in which a quantile lies are looked at by themselves.
 */
export function tookOfGroups(
  { took, tookStep }: TookColumns,
  { rows, groups, count }: Grouped,
  quantiles: readonly number[],
): TookOfGroup[] {
  const steps = tookStep.values;
  const counts = countsOfSteps(steps, rows, groups, count);
  const places = placesAmong(counts, count, quantiles);
  /** One more than the place in `stretches` of a group's step that is looked into. */
  const stretchOf = new Uint32Array(counts.length);
  const starts = [0];
  for (const { cell } of places.flat())
    if (stretchOf[cell] === 0) {
      stretchOf[cell] = starts.length;
      starts.push((starts.at(-1) ?? 0) + (counts[cell] ?? 0));
    }
  const next = Uint32Array.from(starts);
  const values = new Float64Array(starts.at(-1) ?? 0);
  for (let place = 0; place < rows.length; place++) {
    const row = rows[place] ?? 0;
    const stretch = stretchOf[(groups[place] ?? 0) * tookSteps + (steps[row] ?? 0)] ?? 0;
    if (stretch === 0) continue;
    const at = next[stretch - 1] ?? 0;
    values[at] = took.values[row] ?? 0;
    next[stretch - 1] = at + 1;
  }
  const valueAt = ({ cell, among }: Place) => {
    const stretch = stretchOf[cell] ?? 0;
    return nth(values.subarray(starts[stretch - 1], starts[stretch]), among);
  };
  return places.map((ofGroup, group) => {
    const byPeople = approvalsOf(counts, group);
    return {
      byPeople,
      seconds: quantiles.map((quantile, at) => {
        const [below, above] = [ofGroup[at * 2], ofGroup[at * 2 + 1]];
        if (below === undefined || above === undefined) return null;
        const low = valueAt(below);
        const part = partOf(byPeople, quantile);
        return rounded(part === 0 ? low : low * (1 - part) + valueAt(above) * part);
      }),
    };
  });
}

/** A group's step, and the place among the values in it. */
interface Place {
  cell: number;
  among: number;
}

function countsOfSteps(
  steps: TookColumns['tookStep']['values'],
  rows: Uint32Array,
  groups: Grouped['groups'],
  count: number,
): Uint32Array {
  const counts = new Uint32Array(count * tookSteps);
  for (let place = 0; place < rows.length; place++) {
    const cell = (groups[place] ?? 0) * tookSteps + (steps[rows[place] ?? 0] ?? 0);
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  return counts;
}

function approvalsOf(counts: Uint32Array, group: number): number {
  let sum = 0;
  for (let step = 1; step < tookSteps; step++) sum += counts[group * tookSteps + step] ?? 0;
  return sum;
}

const placeOf = (values: number, quantile: number) => Math.floor((values - 1) * quantile);
const partOf = (values: number, quantile: number) => (values - 1) * quantile - placeOf(values, quantile);

/** Of each group the two places that each quantile lies between; none of too few approvals. */
function placesAmong(counts: Uint32Array, groups: number, quantiles: readonly number[]): Place[][] {
  return Array.from({ length: groups }, (_, group) => {
    const approvals = approvalsOf(counts, group);
    if (approvals < medianFrom) return [];
    return quantiles.flatMap((quantile) => {
      const below = placeOf(approvals, quantile);
      return [below, Math.min(below + 1, approvals - 1)].map((place) => cellAt(counts, group, place));
    });
  });
}

function cellAt(counts: Uint32Array, group: number, place: number): Place {
  let before = 0;
  for (let step = 1; ; step++) {
    const cell = group * tookSteps + step;
    const here = counts[cell] ?? 0;
    if (place < before + here || step === tookSteps - 1) return { cell, among: place - before };
    before += here;
  }
}
