import type { Compared } from '@/lib/summary';

/** The figures that a comparison can be sorted by. */
export type ComparedColumn = 'name' | 'requests' | 'medianSeconds' | 'p5Seconds' | 'noReason' | 'noHuman';

export interface ComparedOrder {
  by: ComparedColumn;
  descending: boolean;
}

/** The rows in an order; those without the figure always come last, equal ones by their name. */
export function inOrder(rows: readonly Compared[], { by, descending }: ComparedOrder): Compared[] {
  const sign = descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [left, right] = [figureOf(a, by), figureOf(b, by)];
    if (left === null || right === null)
      return Number(left === null) - Number(right === null) || byName(a, b);
    if (typeof left === 'string' || typeof right === 'string') return sign * byName(a, b);
    return sign * (left - right) || byName(a, b);
  });
}

function figureOf(row: Compared, by: ComparedColumn): number | string | null {
  if (by === 'name') return row.name ?? row.id;
  if (by === 'noReason') return row.noReasonShare;
  return by === 'noHuman' ? row.noHumanShare : row[by];
}

function byName(a: Compared, b: Compared): number {
  return (a.name ?? a.id).localeCompare(b.name ?? b.id, 'en');
}
