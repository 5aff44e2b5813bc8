import { pause } from './pause';

/** Below what the service takes from one user: 5 queries at a time and 200 requests in 30 seconds. */
const atOnce = 3;
const requests = 180;
const windowMs = 30_000;

/**
 * Keeps the product below the service's limits, so that its own questions do not throttle an analyst's in the
 * portal: three at a time for each principal and workspace, 180 requests in 30 seconds for each principal.
 */
export class Limits {
  readonly #inside = new Map<string, number>();
  readonly #waiting = new Map<string, Set<() => void>>();
  readonly #sent = new Map<string, number[]>();

  /** Runs the work when there is room. Throws what it throws, and the signal's reason. */
  async run<T>(
    principal: string,
    workspace: string,
    signal: AbortSignal,
    work: () => Promise<T>,
  ): Promise<T> {
    const place = `${principal} ${workspace}`;
    await this.#enter(place, signal);
    try {
      await this.#paced(principal, signal);
      return await work();
    } finally {
      this.#leave(place);
    }
  }

  async #enter(place: string, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    const inside = this.#inside.get(place) ?? 0;
    if (inside < atOnce) {
      this.#inside.set(place, inside + 1);
      return;
    }
    const waiting = this.#waiting.get(place) ?? new Set();
    this.#waiting.set(place, waiting);
    await new Promise<void>((resolve, reject) => {
      const stop = () => {
        waiting.delete(enter);
        reject(signal.reason);
      };
      const enter = () => {
        signal.removeEventListener('abort', stop);
        resolve();
      };
      signal.addEventListener('abort', stop, { once: true });
      waiting.add(enter);
    });
  }

  /** Hands the place to whoever waits longest, or frees it. */
  #leave(place: string): void {
    const waiting = this.#waiting.get(place);
    for (const enter of waiting ?? []) {
      waiting?.delete(enter);
      enter();
      return;
    }
    this.#waiting.delete(place);
    const inside = (this.#inside.get(place) ?? 1) - 1;
    if (inside === 0) this.#inside.delete(place);
    else this.#inside.set(place, inside);
  }

  async #paced(principal: string, signal: AbortSignal): Promise<void> {
    for (;;) {
      const now = Date.now();
      const sent = (this.#sent.get(principal) ?? []).filter((at) => at > now - windowMs);
      this.#sent.set(principal, sent);
      const [oldest = now] = sent;
      if (sent.length < requests) {
        sent.push(now);
        return;
      }
      await pause(oldest + windowMs - now, signal);
    }
  }
}
