import type { Codes, Lists, Reals } from './codes';

/** One bit for each row, 32 to a number. */
export type Bits = Uint32Array;

/** Rows whose number is `from` or more, and less than `to`; what is no number never is. Nobody foretells which are, so nothing branches. */
export function bitsBetween({ values }: Reals, from: number, to: number, rows: number): Bits {
  const bits = new Uint32Array((rows + 31) >>> 5);
  for (let at = 0, row = 0; row < rows; at++) {
    const end = Math.min(row + 32, rows);
    let word = 0;
    for (let bit = 0; row < end; bit++, row++) {
      const value = values[row] ?? Number.NaN;
      word |= (Number(value >= from) & Number(value < to)) << bit;
    }
    bits[at] = word;
  }
  return bits;
}

/** Rows whose code is flagged, with a 1. */
export function bitsOfCodes({ values }: Codes, flags: Uint8Array, rows: number): Bits {
  const bits = new Uint32Array((rows + 31) >>> 5);
  for (let at = 0, row = 0; row < rows; at++) {
    const end = Math.min(row + 32, rows);
    let word = 0;
    for (let bit = 0; row < end; bit++, row++) word |= (flags[values[row] ?? 0] ?? 0) << bit;
    bits[at] = word;
  }
  return bits;
}

/** Rows with a flagged code in their list, from the row `from` on. */
export function bitsOfLists({ codes, starts }: Lists, flags: Uint8Array, rows: number, from = 0): Bits {
  const bits = new Uint32Array((rows + 31) >>> 5);
  const { values } = codes;
  let start = starts.values[from] ?? 0;
  for (let row = from; row < rows; row++) {
    const end = starts.values[row + 1] ?? 0;
    for (let at = start; at < end; at++)
      if (flags[values[at] ?? 0] === 1) {
        mark(bits, row);
        break;
      }
    start = end;
  }
  return bits;
}

export function mark(bits: Bits, row: number): void {
  bits[row >>> 5] = (bits[row >>> 5] ?? 0) | (1 << (row & 31));
}

export function unmark(bits: Bits, row: number): void {
  bits[row >>> 5] = (bits[row >>> 5] ?? 0) & ~(1 << (row & 31));
}

export function isMarked(bits: Bits, row: number): boolean {
  return (((bits[row >>> 5] ?? 0) >>> (row & 31)) & 1) === 1;
}

export function every(rows: number): Bits {
  return inverted(new Uint32Array((rows + 31) >>> 5), rows);
}

export function both(one: Bits, other: Bits): Bits {
  const found = new Uint32Array(one.length);
  for (let at = 0; at < found.length; at++) found[at] = (one[at] ?? 0) & (other[at] ?? 0);
  return found;
}

export function either(one: Bits, other: Bits): Bits {
  const found = new Uint32Array(one.length);
  for (let at = 0; at < found.length; at++) found[at] = (one[at] ?? 0) | (other[at] ?? 0);
  return found;
}

export function inverted(bits: Bits, rows: number): Bits {
  const found = new Uint32Array(bits.length);
  for (let at = 0; at < found.length; at++) found[at] = ~(bits[at] ?? 0);
  const rest = rows & 31;
  const last = found.length - 1;
  if (rest > 0) found[last] = (found[last] ?? 0) & (2 ** rest - 1);
  return found;
}

function countOf(bits: Bits): number {
  let count = 0;
  for (let at = 0; at < bits.length; at++) {
    let word = bits[at] ?? 0;
    word -= (word >>> 1) & 0x55555555;
    word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
    count += Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return count;
}

/** The numbers of the marked rows, least first. */
export function rowsOf(bits: Bits): Uint32Array {
  const rows = new Uint32Array(countOf(bits));
  let place = 0;
  for (let at = 0; at < bits.length; at++) {
    let word = bits[at] ?? 0;
    while (word !== 0) {
      const low = word & -word;
      rows[place++] = at * 32 + (31 - Math.clz32(low));
      word ^= low;
    }
  }
  return rows;
}
