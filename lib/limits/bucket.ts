/** How fast something may be done: `burst` times at once, and `perSecond` times for as long as anyone likes. */
export interface Pace {
  burst: number;
  perSecond: number;
}

/** A token bucket: each taking needs a token, and tokens come back at an even pace. */
export class Bucket {
  readonly #pace: Pace;
  #tokens: number;
  /** When the tokens were counted last, in milliseconds. */
  #at: number;

  constructor(pace: Pace, now: number) {
    this.#pace = pace;
    this.#tokens = pace.burst;
    this.#at = now;
  }

  /** Takes a token; where there is none, answers after how many seconds there is one, else null. */
  take(now: number): number | null {
    this.#count(now);
    if (this.#tokens < 1) return (1 - this.#tokens) / this.#pace.perSecond;
    this.#tokens -= 1;
    return null;
  }

  /** Whether it is as it was at its beginning. */
  isFull(now: number): boolean {
    this.#count(now);
    return this.#tokens === this.#pace.burst;
  }

  #count(now: number): void {
    const back = (Math.max(0, now - this.#at) / 1000) * this.#pace.perSecond;
    this.#tokens = Math.min(this.#pace.burst, this.#tokens + back);
    this.#at = now;
  }
}
