import { Codes } from './codes';
import type { RowColumns } from './columns';

/**
 * What a request has of words, marks and absent times, taken together: of all that could be together, little is. What
 * depends on nothing else is counted once for each profile instead of once for each row.
 */
export class Profiles {
  /** Of each row. */
  readonly codes = new Codes();
  /** A row that has the profile, for each. */
  readonly examples: number[] = [];
  readonly #known = new Map<string, number>();
  /** Found before, by the rows: the questions of one view are about the same ones. */
  readonly #weighed = new WeakMap<Uint32Array, Weighed>();

  /** Takes in the rows up to `rows` that are new since the last time. */
  prepare(row: RowColumns, rows: number): void {
    const columns = [
      ...Object.values(row.words),
      row.approverStates,
      row.lacks,
      row.marksLow,
      row.marksHigh,
      row.worth,
    ];
    for (let at = this.codes.length; at < rows; at++) {
      let key = '';
      for (const { values } of columns) key += `${values[at]} `;
      const code = this.#known.get(key) ?? this.examples.length;
      if (code === this.examples.length) {
        this.#known.set(key, code);
        this.examples.push(at);
      }
      this.codes.push(code);
    }
  }

  /** A row of each profile that some rows have, and how many of them have it. */
  weighed(rows: Uint32Array): Weighed {
    const found = this.#weighed.get(rows) ?? this.#weigh(rows);
    this.#weighed.set(rows, found);
    return found;
  }

  #weigh(rows: Uint32Array): Weighed {
    const counts = new Uint32Array(this.examples.length);
    const { values } = this.codes;
    for (let place = 0; place < rows.length; place++) {
      const code = values[rows[place] ?? 0] ?? 0;
      counts[code] = (counts[code] ?? 0) + 1;
    }
    const found = this.examples.flatMap((_, code) => (counts[code] === 0 ? [] : [code]));
    return {
      rows: Uint32Array.from(found, (code) => this.examples[code] ?? 0),
      weights: Uint32Array.from(found, (code) => counts[code] ?? 0),
    };
  }
}

/** Rows that each stand for several. */
export interface Weighed {
  rows: Uint32Array;
  weights: Uint32Array;
}
