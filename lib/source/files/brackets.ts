/** Brackets that are told apart; further in they are only counted, so that hostile nesting costs no memory. */
const deepestKnown = 10_000;

const objectOpens = 0x7b;
const listOpens = 0x5b;
const listCloses = 0x5d;

/** The brackets that are open at some place of a JSON text. */
export class Brackets {
  /** Where the open ones of each kind stand among all that are known, so that the innermost is at hand. */
  readonly #lists: number[] = [];
  readonly #objects: number[] = [];
  #depth = 0;

  get depth(): number {
    return this.#depth;
  }

  /** The innermost one; undefined outside of all. */
  get last(): number | undefined {
    if (this.#depth === 0 || this.#depth > deepestKnown) return undefined;
    return this.#lists.at(-1) === this.#depth - 1 ? listOpens : objectOpens;
  }

  open(byte: number): void {
    if (this.#depth < deepestKnown) (byte === listOpens ? this.#lists : this.#objects).push(this.#depth);
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
    const at = (byte === listCloses ? this.#lists : this.#objects).at(-1) ?? -1;
    if (at < floor) return 0;
    const closed = this.#depth - at;
    this.cutTo(at);
    return closed;
  }

  /** Leaves only the outermost ones open. */
  cutTo(depth: number): void {
    for (const places of [this.#lists, this.#objects]) while ((places.at(-1) ?? -1) >= depth) places.pop();
    this.#depth = depth;
  }
}
