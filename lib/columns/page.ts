import type { Sort } from '../filter/view';
import type { Columns } from './columns';
import { countsOf } from './facets';
import { type Answers, deepestRow } from './questions';
import type { Times } from './times';

type Compare = (one: number, other: number) => number;
type Values = Columns['row']['worth']['values'];

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

type Ranked = Exclude<Sort['by'], 'requested' | 'decided' | 'first' | 'took'>;

/** The codes of a column and the ranks of these; without ranks the codes are in order themselves. */
function rankedBy({ row, texts }: Columns, by: Ranked): { codes: Values; ranks: Uint32Array | null } {
  switch (by) {
    case 'worth':
      return { codes: row.worth.values, ranks: null };
    case 'package':
    case 'requestor':
    case 'target':
      return { codes: row.sorts[by].values, ranks: texts.sorts[by].ranks() };
    case 'outcome':
    case 'delivery':
    case 'kind':
      return { codes: row.words[by].values, ranks: texts.words[by].ranks() };
  }
}

/** Those of the rows among which the first `count` of the order are: the ones of the first ranks that hold so many. */
function leading(columns: Columns, rows: Uint32Array, { by, descending }: Sort, count: number): Uint32Array {
  if (by === 'requested' || by === 'decided' || by === 'first' || by === 'took') return rows;
  if (rows.length <= count) return rows;
  const { codes, ranks } = rankedBy(columns, by);
  const counts = countsOf(codes, rows, ranks?.length ?? 0x10000);
  const codeOf = ranks === null ? null : new Uint32Array(ranks.length);
  if (codeOf !== null) for (const [code, rank] of ranks?.entries() ?? []) codeOf[rank] = code;
  const flags = new Uint8Array(counts.length);
  let held = 0;
  /** The absent one, of rank 0, comes last either way. */
  for (let place = 1; place <= counts.length && held < count; place++) {
    const rank = (descending ? counts.length - place : place) % counts.length;
    const code = codeOf === null ? rank : (codeOf[rank] ?? 0);
    flags[code] = 1;
    held += counts[code] ?? 0;
  }
  const found = new Uint32Array(held + 1);
  let next = 0;
  for (let place = 0; place < rows.length; place++) {
    const at = rows[place] ?? 0;
    found[next] = at;
    next += flags[codes[at] ?? 0] ?? 0;
  }
  return found.subarray(0, held);
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

/** By the ranks of codes, or by the codes themselves; 0 is absent and comes last either way. */
function inRanks(ranks: Uint32Array | null, codes: Values, descending: boolean): Compare {
  const rank = (row: number) => {
    const code = codes[row] ?? 0;
    return ranks === null ? code : (ranks[code] ?? 0);
  };
  return (one, other) => {
    const [left, right] = [rank(one), rank(other)];
    if (left === right) return 0;
    if (left === 0 || right === 0) return left === 0 ? 1 : -1;
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
