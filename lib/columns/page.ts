import type { Sort } from '../filter/view';
import type { Columns } from './columns';
import { type Answers, deepestRow } from './questions';
import { type Compare, inRanks, leading, rankedBy } from './ranked';
import type { Times } from './times';

/** One page of the rows in an order; ties fall to the request id, those of what is worth a look to the newest. */
export function pageOf(
  columns: Columns,
  rows: Uint32Array,
  { sort, offset, limit }: { sort: Sort; offset: number; limit: number },
): Answers['page'][] {
  if (offset + limit > deepestRow) throw new Error('too deep a page');
  const { row, texts } = columns;
  const byTenant = inRanks(texts.words.tenant.ranks(), row.words.tenant.values, false);
  const key = keyOf(columns, sort);
  const newest = sort.by === 'worth' ? inTime(row.requested, true) : null;
  const compare: Compare = (one, other) =>
    key(one, other) || newest?.(one, other) || row.ids.compare(one, other) || byTenant(one, other);
  const among = leading(columns, rows, sort, offset + limit);
  return [...leastOf(among, offset + limit, compare)].slice(offset).map((at) => ({
    tenant: texts.words.tenant.texts[row.words.tenant.values[at] ?? 0] ?? '',
    requestId: row.ids.text(at),
  }));
}

function keyOf(columns: Columns, { by, descending }: Sort): Compare {
  const { row } = columns;
  switch (by) {
    case 'requested':
    case 'decided':
    case 'first':
      return inTime(row[by], descending);
    case 'took':
      return inNumbers(row.took.values, descending);
    default: {
      const { ranks, codes } = rankedBy(columns, by);
      return inRanks(ranks, codes, descending);
    }
  }
}

function inTime(times: Times, descending: boolean): Compare {
  return descending ? (one, other) => times.compare(other, one) : (one, other) => times.compare(one, other);
}

/** What is no number comes last either way. */
function inNumbers(values: Float64Array, descending: boolean): Compare {
  return (one, other) => {
    const [left, right] = [values[one] ?? Number.NaN, values[other] ?? Number.NaN];
    if (Number.isNaN(left) || Number.isNaN(right))
      return Number(Number.isNaN(left)) - Number(Number.isNaN(right));
    return descending ? right - left : left - right;
  };
}

/** The first rows of an order, in that order: a heap of so many keeps its last row on top. */
function leastOf(rows: Uint32Array, count: number, compare: Compare): Uint32Array {
  if (rows.length <= count * 4) return rows.slice().sort(compare).subarray(0, count);
  const heap = rows.slice(0, count);
  const sink = (from: number) => {
    const row = heap[from] ?? 0;
    let at = from;
    for (;;) {
      let child = at * 2 + 1;
      if (child >= count) break;
      if (child + 1 < count && compare(heap[child + 1] ?? 0, heap[child] ?? 0) > 0) child += 1;
      const below = heap[child] ?? 0;
      if (compare(below, row) <= 0) break;
      heap[at] = below;
      at = child;
    }
    heap[at] = row;
  };
  for (let at = count >>> 1; at >= 0; at--) sink(at);
  // Most rows lie in the order of time: of the newest first, few that are met later come before those met.
  for (let place = rows.length - 1; place >= count; place--) {
    const row = rows[place] ?? 0;
    if (compare(row, heap[0] ?? 0) >= 0) continue;
    heap[0] = row;
    sink(0);
  }
  return heap.sort(compare);
}
