import { type Bits, mark } from './bits';
import type { Lists } from './codes';

/** Which of the first rows have each code in their list. */
export class Postings {
  /** The rows that were taken in are those before this one. */
  readonly rows: number;
  /** Where the rows of each code start in `#rowsOf`, and at the end where the last ones end. */
  readonly #starts: Uint32Array;
  readonly #rowsOf: Uint32Array;

  constructor({ codes, starts }: Lists, rows: number, kinds: number) {
    this.rows = rows;
    const end = starts.values[rows] ?? 0;
    const ends = new Uint32Array(kinds + 1);
    for (let at = 0; at < end; at++) {
      const code = codes.values[at] ?? 0;
      ends[code + 1] = (ends[code + 1] ?? 0) + 1;
    }
    for (let code = 0; code < kinds; code++) ends[code + 1] = (ends[code + 1] ?? 0) + (ends[code] ?? 0);
    this.#starts = ends;
    this.#rowsOf = new Uint32Array(end);
    const next = ends.slice();
    for (let row = 0, at = 0; row < rows; row++)
      for (const last = starts.values[row + 1] ?? 0; at < last; at++) {
        const code = codes.values[at] ?? 0;
        const place = next[code] ?? 0;
        this.#rowsOf[place] = row;
        next[code] = place + 1;
      }
  }

  /** How often the flagged codes are there in all. */
  count(flags: Uint8Array): number {
    let count = 0;
    for (let code = 0; code < this.#starts.length - 1; code++)
      if (flags[code] === 1) count += (this.#starts[code + 1] ?? 0) - (this.#starts[code] ?? 0);
    return count;
  }

  /** Marks the rows that have a flagged code. */
  markRows(flags: Uint8Array, bits: Bits): void {
    for (let code = 0; code < this.#starts.length - 1; code++)
      if (flags[code] === 1)
        for (let at = this.#starts[code] ?? 0; at < (this.#starts[code + 1] ?? 0); at++)
          mark(bits, this.#rowsOf[at] ?? 0);
  }
}
