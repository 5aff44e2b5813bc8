const tab = 0x09;
const newline = 0x0a;
const carriageReturn = 0x0d;
const space = 0x20;
const quote = 0x22;
const comma = 0x2c;
const colon = 0x3a;
const backslash = 0x5c;
export const listOpens = 0x5b;
export const listCloses = 0x5d;
export const objectOpens = 0x7b;
const objectCloses = 0x7d;

/** Longest key that is handed on; longer ones are of no interest. */
const longestKey = 8;

/** What stands between the tokens of a JSON text, told with the offset in the chunk at hand. */
export interface Grammar {
  /** `indent`: white space before it when it is the first on its line; null when it is not. */
  opens(byte: number, at: number, indent: number | null): void;
  closes(byte: number, at: number): void;
  comma(): void;
  colon(): void;
  /** A quote: `skip` when no string can begin here. */
  quote(at: number, indent: number | null): 'key' | 'text' | 'skip';
  /** `end` is behind the string; `isWhole` is false when a newline came before its closing quote. */
  stringEnds(end: number, isWhole: boolean): void;
  /** A number, a literal, or what is neither. */
  bareBegins(at: number, indent: number | null): void;
  bareEnds(end: number): void;
}

/**
 * Splits JSON text that comes in chunks of any size into tokens. Checks nothing but where strings begin and
 * end; bytes above ASCII occur in strings only, or are left to whoever parses the text.
 */
export class Tokens {
  readonly #grammar: Grammar;
  #state: 'between' | 'text' | 'key' | 'bare' = 'between';
  #isEscaped = false;
  #key = '';
  #line = 1;
  #indent: number | null = 0;

  constructor(grammar: Grammar) {
    this.#grammar = grammar;
  }

  /** The line reached, from 1. */
  get line(): number {
    return this.#line;
  }

  /** The last key; of one too long to matter only the beginning. */
  get key(): string {
    return this.#key;
  }

  get isInString(): boolean {
    return this.#state === 'text' || this.#state === 'key';
  }

  push(chunk: Buffer): void {
    let at = 0;
    while (at < chunk.length) {
      if (this.#state === 'between') at = this.#token(chunk, at);
      else at = this.#state === 'bare' ? this.#bare(chunk, at) : this.#string(chunk, at);
    }
  }

  #token(chunk: Buffer, at: number): number {
    const byte = chunk[at] ?? 0;
    if (isSpace(byte)) {
      if (byte === newline) {
        this.#line++;
        this.#indent = 0;
      } else if (this.#indent !== null) this.#indent++;
      return at + 1;
    }
    const indent = this.#indent;
    this.#indent = null;
    if (byte === quote) {
      const role = this.#grammar.quote(at, indent);
      if (role !== 'skip') this.#state = role;
      if (role === 'key') this.#key = '';
    } else if (byte === comma) this.#grammar.comma();
    else if (byte === colon) this.#grammar.colon();
    else if (byte === objectOpens || byte === listOpens) this.#grammar.opens(byte, at, indent);
    else if (byte === objectCloses || byte === listCloses) this.#grammar.closes(byte, at);
    else {
      this.#state = 'bare';
      this.#grammar.bareBegins(at, indent);
    }
    return at + 1;
  }

  #bare(chunk: Buffer, from: number): number {
    let at = from;
    while (at < chunk.length && isBare(chunk[at] ?? 0)) at++;
    if (at < chunk.length) {
      this.#state = 'between';
      this.#grammar.bareEnds(at);
    }
    return at;
  }

  #string(chunk: Buffer, from: number): number {
    let at = from;
    if (this.#isEscaped) at++;
    this.#isEscaped = false;
    for (; at < chunk.length; at++) {
      const byte = chunk[at];
      if (byte === quote || byte === newline) break;
      if (byte === backslash) at++;
    }
    if (this.#state === 'key' && this.#key.length <= longestKey) {
      this.#key += chunk.toString('latin1', from, Math.min(at, from + longestKey + 1));
    }
    if (at >= chunk.length) {
      this.#isEscaped = at > chunk.length;
      return chunk.length;
    }
    this.#state = 'between';
    const isWhole = chunk[at] === quote;
    // No JSON string holds a newline: its closing quote is missing, and the end of the line stands for it.
    const end = isWhole ? at + 1 : at;
    this.#grammar.stringEnds(end, isWhole);
    return end;
  }
}

function isBare(byte: number): boolean {
  switch (byte) {
    case quote:
    case comma:
    case colon:
    case listOpens:
    case listCloses:
    case objectOpens:
    case objectCloses:
      return false;
    default:
      return !isSpace(byte);
  }
}

/** White space of JSON: other control characters, such as the zero bytes of a hole in a file, stand for something lost. */
function isSpace(byte: number): boolean {
  return byte === space || byte === newline || byte === tab || byte === carriageReturn;
}
