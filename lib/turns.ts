/** Lets so many work at once; others wait in the order in which they came, and leave when their signal says so. */
export class Turns {
  readonly #most: number;
  #busy = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  /** How many wait. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** Whether nobody works or waits. */
  get idle(): boolean {
    return this.#busy === 0 && this.waiting === 0;
  }

  /** Answers what ends the turn, once there is one; to be called once. Throws the signal's reason. */
  async take(signal: AbortSignal | null = null): Promise<() => void> {
    signal?.throwIfAborted();
    if (this.#busy < this.#most) this.#busy += 1;
    else await this.#come(signal);
    return () => this.#end();
  }

  #come(signal: AbortSignal | null): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.#waiting.splice(this.#waiting.indexOf(come), 1);
        reject(signal?.reason);
      };
      const come = () => {
        signal?.removeEventListener('abort', leave);
        resolve();
      };
      signal?.addEventListener('abort', leave, { once: true });
      this.#waiting.push(come);
    });
  }

  /** The next one takes over the turn, so that nobody who comes later can take it first. */
  #end(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#busy -= 1;
    else next();
  }
}
