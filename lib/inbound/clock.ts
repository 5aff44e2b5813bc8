import { setTimeout } from 'node:timers/promises';

/** The time, and waiting for it to pass. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Throws when the signal aborts. */
  pause(milliseconds: number, signal: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  now: Date.now,
  pause: (milliseconds, signal) => setTimeout(milliseconds, undefined, { signal, ref: false }),
};
