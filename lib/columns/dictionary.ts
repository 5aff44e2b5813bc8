import { inCodePoints } from './inCodePoints';
import { TextBytes } from './textBytes';

/** The code of a value that a row lacks. */
export const absent = 0;

/** The texts of a column, each with the code that rows hold in its place. */
export class Dictionary {
  readonly texts: (string | null)[] = [null];
  readonly #codes = new Map<string, number>();
  readonly #bytes = new TextBytes();
  #ranks = new Uint32Array(0);

  /** The code of a text, which is added when it is new. */
  code(text: string | null): number {
    if (text === null) return absent;
    const known = this.#codes.get(text);
    if (known !== undefined) return known;
    const code = this.texts.length;
    const own = separate(text);
    this.#codes.set(own, code);
    this.texts.push(own);
    return code;
  }

  find(text: string): number | undefined {
    return this.#codes.get(text.toWellFormed());
  }

  /** 1 for the code of each text that meets a condition, else 0, as also for the absent text. */
  flags(isMet: (text: string) => boolean): Uint8Array {
    return Uint8Array.from(this.texts, (text) => (text !== null && isMet(text) ? 1 : 0));
  }

  /** 1 for the code of each text that contains a term, begins with it or ends with it. */
  matching(where: 'anywhere' | 'at the start' | 'at the end', term: string): Uint8Array {
    this.#bytes.take(this.texts);
    return this.#bytes.matching(where, term);
  }

  /** 1 for the code of each of some texts. */
  among(texts: readonly string[]): Uint8Array {
    const flags = new Uint8Array(this.texts.length);
    for (const text of texts) flags[this.find(text) ?? absent] = 1;
    flags[absent] = 0;
    return flags;
  }

  /** The place of each code's text in their order, from 1; 0 for the absent text. */
  ranks(): Uint32Array {
    if (this.#ranks.length === this.texts.length) return this.#ranks;
    const inOrder = this.texts
      .flatMap((text, code) => (text === null ? [] : [{ text, code }]))
      .sort((one, other) => inCodePoints(one.text, other.text));
    this.#ranks = new Uint32Array(this.texts.length);
    for (const [place, { code }] of inOrder.entries()) this.#ranks[code] = place + 1;
    return this.#ranks;
  }
}

/** A part of a text keeps the whole of it in memory; a copy does not. */
function separate(text: string): string {
  return text.length < 13 ? text : Buffer.from(text, 'utf16le').toString('utf16le');
}
