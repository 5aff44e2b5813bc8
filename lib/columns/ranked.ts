import type { Sort } from '../filter/view';
import type { Columns } from './columns';
import { countsOf } from './facets';

type Values = Columns['row']['worth']['values'];

/** Negative, zero or positive as one row comes before, with or after another. */
export type Compare = (one: number, other: number) => number;

/** What is ordered by codes rather than by numbers of its own. */
type Ranked = Exclude<Sort['by'], 'requested' | 'decided' | 'first' | 'took'>;

/** The codes of a column and the ranks of these; without ranks the codes are in order themselves. */
export function rankedBy({ row, texts }: Columns, by: Ranked): { codes: Values; ranks: Uint32Array | null } {
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
export function leading(
  columns: Columns,
  rows: Uint32Array,
  { by, descending }: Sort,
  count: number,
): Uint32Array {
  if (by === 'requested' || by === 'decided' || by === 'first' || by === 'took') return rows;
  if (rows.length <= count) return rows;
  const { codes, ranks } = rankedBy(columns, by);
  const counts = countsOf(codes, rows, ranks?.length ?? 0x10000);
  const codeOf = ranks === null ? null : new Uint32Array(ranks.length);
  if (codeOf !== null) for (const [code, rank] of ranks?.entries() ?? []) codeOf[rank] = code;
  const flags = new Uint8Array(counts.length);
  let held = 0;
  // The absent one, of rank 0, comes last either way.
  for (let place = 1; place <= counts.length && held < count; place++) {
    const rank = (descending ? counts.length - place : place) % counts.length;
    const code = codeOf === null ? rank : (codeOf[rank] ?? 0);
    flags[code] = 1;
    held += counts[code] ?? 0;
  }
  // One more, since a row is written before it is known whether it stays.
  const found = new Uint32Array(held + 1);
  let next = 0;
  for (let place = 0; place < rows.length; place++) {
    const at = rows[place] ?? 0;
    found[next] = at;
    next += flags[codes[at] ?? 0] ?? 0;
  }
  return found.subarray(0, held);
}

/** By the ranks of codes, or by the codes themselves; 0 is absent and comes last either way. */
export function inRanks(ranks: Uint32Array | null, codes: Values, descending: boolean): Compare {
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
