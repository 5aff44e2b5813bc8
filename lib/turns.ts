/**
 * Lets so many work at once. Others wait, and leave when their signal says so: the parties of those who wait come one
 * after the other, and who are of one party in the order in which they came.
 */
export class Turns {
  readonly #most: number;
  #busy = 0;
  /** Who waits, by party; the next turn is for the first of the first one. */
  readonly #waiting = new Map<string | null, (() => void)[]>();

  constructor(most: number) {
    this.#most = most;
  }

  /** How many wait. */
  get waiting(): number {
    return [...this.#waiting.values()].reduce((sum, { length }) => sum + length, 0);
  }

  /** Whether nobody works or waits. */
  get idle(): boolean {
    return this.#busy === 0 && this.#waiting.size === 0;
  }

  /** Answers what ends the turn, once there is one; to be called once. Throws the signal's reason. */
  async take(signal: AbortSignal | null = null, party: string | null = null): Promise<() => void> {
    signal?.throwIfAborted();
    if (this.#busy < this.#most) this.#busy += 1;
    else await this.#come(signal, party);
    return () => this.#end();
  }

  #come(signal: AbortSignal | null, party: string | null): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = () => {
        const those = this.#waiting.get(party) ?? [];
        those.splice(those.indexOf(come), 1);
        if (those.length === 0) this.#waiting.delete(party);
        reject(signal?.reason);
      };
      const come = () => {
        signal?.removeEventListener('abort', leave);
        resolve();
      };
      signal?.addEventListener('abort', leave, { once: true });
      this.#waiting.set(party, [...(this.#waiting.get(party) ?? []), come]);
    });
  }

  /** The next one takes over the turn, so that nobody who comes later can take it first. */
  #end(): void {
    const [first] = this.#waiting;
    if (first === undefined) {
      this.#busy -= 1;
      return;
    }
    const [party, [next, ...others]] = first;
    this.#waiting.delete(party);
    if (others.length > 0) this.#waiting.set(party, others);
    next?.();
  }
}
