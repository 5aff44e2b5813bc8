import { type Bits, bitsOfLists, mark } from './bits';
import { Lists } from './codes';
import { absent, Dictionary } from './dictionary';

/** Texts of a request are joined by this character, which no term that matches something holds. */
export const separator = '\uFDD0';

/**
 * The texts that each request gives as reasons, as the words between their spaces. Words joined by one space are the
 * text again, so that whatever it contains is found in them; the absent word stands between two texts.
 */
export class Reasons {
  words = new Dictionary();
  lists = new Lists();

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
    return found;
  }

  /** Of the first `rows` requests, those with a reason that contains a term. */
  containing(term: string, rows: number): Bits {
    const [first = '', ...others] = term.split(' ');
    const last = others.pop();
    if (last === undefined)
      return bitsOfLists(
        this.lists,
        this.words.flags((word) => word.includes(first)),
        rows,
      );
    const inside = others.map((word) => this.words.find(word));
    if (inside.includes(undefined)) return new Uint32Array((rows + 31) >>> 5);
    return this.#consecutive(
      this.words.flags((word) => word.endsWith(first)),
      inside.map((code) => code ?? absent),
      this.words.flags((word) => word.startsWith(last)),
      rows,
    );
  }

  #consecutive(first: Uint8Array, inside: readonly number[], last: Uint8Array, rows: number): Bits {
    const bits = new Uint32Array((rows + 31) >>> 5);
    const { values } = this.lists.codes;
    const starts = this.lists.starts.values;
    const span = inside.length + 1;
    for (let row = 0; row < rows; row++) {
      const end = (starts[row + 1] ?? 0) - span;
      for (let at = starts[row] ?? 0; at < end; at++)
        if (
          first[values[at] ?? 0] === 1 &&
          last[values[at + span] ?? 0] === 1 &&
          inside.every((code, place) => values[at + 1 + place] === code)
        ) {
          mark(bits, row);
          break;
        }
    }
    return bits;
  }
}
