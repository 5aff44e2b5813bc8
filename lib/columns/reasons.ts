import { type Bits, mark, rowsOf } from './bits';
import { Lists } from './codes';
import { absent, Dictionary } from './dictionary';
import { Searched } from './searched';

/** Texts of a request are joined by this character, which no term that matches something holds. */
export const separator = '\uFDD0';

/**
 * The texts that each request gives as reasons, as the words between their spaces. Words joined by one space are the
 * text again, so that whatever it contains is found in them; the absent word stands between two texts.
 */
export class Reasons {
  words = new Dictionary();
  lists = new Lists();
  #searched = new Searched(this.lists);

  push(texts: string): void {
    this.lists.push(texts === '' ? [] : this.#codes(texts));
  }

  *#codes(texts: string): Generator<number> {
    for (const [place, text] of texts.split(separator).entries()) {
      if (place > 0) yield absent;
      for (const word of text.split(' ')) yield this.words.code(word);
    }
  }

  of(rows: Uint32Array): Reasons {
    const found = new Reasons();
    found.words = this.words;
    found.lists = this.lists.of(rows);
    found.#searched = new Searched(found.lists);
    return found;
  }

  /** Makes the first `rows` requests quick to search, which a search need not wait for then. */
  prepare(rows: number): void {
    this.#searched.prepare(rows, this.words.texts.length);
  }

  /** Of the first `rows` requests, those with a reason that contains a term. */
  containing(term: string, rows: number): Bits {
    const [first = '', ...others] = term.split(' ');
    const last = others.pop();
    if (last === undefined) return this.#searched.having(this.words.matching('anywhere', first), rows);
    const inside = others.map((word) => this.words.find(word));
    if (inside.includes(undefined)) return new Uint32Array((rows + 31) >>> 5);
    return this.#consecutive(
      [
        this.words.matching('at the end', first),
        ...inside.map((code) => this.#only(code ?? absent)),
        this.words.matching('at the start', last),
      ],
      rows,
    );
  }

  #only(code: number): Uint8Array {
    const flags = new Uint8Array(this.words.texts.length);
    flags[code] = 1;
    return flags;
  }

  /** The rows that have words of these kinds one after the other, looked for where the rarest kind is. */
  #consecutive(kinds: readonly Uint8Array[], rows: number): Bits {
    const [rarest] = kinds
      .map((flags) => ({ flags, count: this.#searched.count(flags) }))
      .sort((one, other) => one.count - other.count);
    const bits = new Uint32Array((rows + 31) >>> 5);
    if (rarest === undefined) return bits;
    const { values } = this.lists.codes;
    const starts = this.lists.starts.values;
    for (const row of rowsOf(this.#searched.having(rarest.flags, rows))) {
      const end = (starts[row + 1] ?? 0) - kinds.length;
      for (let at = starts[row] ?? 0; at <= end; at++)
        if (kinds.every((flags, place) => flags[values[at + place] ?? 0] === 1)) {
          mark(bits, row);
          break;
        }
    }
    return bits;
  }
}
