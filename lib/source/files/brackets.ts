/** Brackets that are told apart; further in they are only counted, so that hostile nesting costs no memory. */
const deepestKnown = 10_000;

const openingOf = new Map([
  [0x5d, 0x5b],
  [0x7d, 0x7b],
]);

/** The brackets that are open at some place of a JSON text. */
export class Brackets {
  readonly #known: number[] = [];
  #depth = 0;

  get depth(): number {
    return this.#depth;
  }

  /** The innermost one; undefined outside of all. */
  get last(): number | undefined {
    return this.#depth > deepestKnown ? undefined : this.#known.at(-1);
  }

  open(byte: number): void {
    if (this.#depth < deepestKnown) this.#known.push(byte);
    this.#depth++;
  }

  /**
   * Closes the innermost bracket of the kind that `byte` closes, and those inside it, but none at `floor` or
   * further out. Answers how many were closed: 1 in a sound text.
   */
  close(byte: number, floor: number): number {
    if (this.#depth > deepestKnown) {
      this.#depth--;
      return 1;
    }
    const at = this.#known.lastIndexOf(openingOf.get(byte) ?? 0);
    if (at < floor) return 0;
    const closed = this.#depth - at;
    this.cutTo(at);
    return closed;
  }

  /** Leaves only the outermost ones open. */
  cutTo(depth: number): void {
    this.#known.length = Math.min(depth, this.#known.length);
    this.#depth = depth;
  }
}
