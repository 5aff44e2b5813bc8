import { type Bits, bitsOfLists } from './bits';
import type { Lists } from './codes';
import { Postings } from './postings';

/** Rows at the end that are looked through one by one before the postings are made anew; of few rows a quarter of them. */
const mostUnposted = 20_000;

/** Which rows have a code in their lists. */
export class Searched {
  readonly #lists: Lists;
  #postings: Postings;

  constructor(lists: Lists) {
    this.#lists = lists;
    this.#postings = new Postings(lists, 0, 0);
  }

  /** Makes the first `rows` rows quick to search, which a search need not wait for then; codes are less than `kinds`. */
  prepare(rows: number, kinds: number): void {
    const posted = this.#postings.rows;
    if (rows - posted > Math.min(mostUnposted, posted / 4))
      this.#postings = new Postings(this.#lists, rows, kinds);
  }

  /** How often the flagged codes are there in the rows that are quick to search. */
  count(flags: Uint8Array): number {
    return this.#postings.count(flags);
  }

  /** The rows with a flagged code: by its postings, unless it is so frequent that going through all rows is quicker. */
  having(flags: Uint8Array, rows: number): Bits {
    if (this.count(flags) > rows) return bitsOfLists(this.#lists, flags, rows);
    const bits = bitsOfLists(this.#lists, flags, rows, this.#postings.rows);
    this.#postings.markRows(flags, bits);
    return bits;
  }
}
