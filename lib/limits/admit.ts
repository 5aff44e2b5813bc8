import 'server-only';
import { AppError } from '../errors';
import { Turns } from '../turns';
import { Bucket, type Pace } from './bucket';

/** What is asked, by what it costs. */
export type Kind = 'question' | 'export' | 'workspace' | 'sync';

/** How fast one reader may ask. The last two make a workspace answer, which has limits of its own. */
const paces: Record<Kind, Pace> = {
  question: { burst: 240, perSecond: 60 },
  export: { burst: 20, perSecond: 20 / 60 },
  workspace: { burst: 10, perSecond: 10 / 60 },
  sync: { burst: 6, perSecond: 6 / 60 },
};
/** How many of one reader's questions are answered at once, and how many more may wait. */
const atOnce = 16;
const mostWaiting = 200;
/** How often those who have asked nothing for a while are forgotten. */
const sweepEveryMs = 60_000;

/** What one reader has under way, and how fast they have asked. */
interface Asking {
  turns: Turns;
  buckets: Map<Kind, Bucket>;
}

interface Known {
  readers: Map<string, Asking>;
  sweptAt: number;
}

/** Next bundles routes apart, so what they share hangs on the process itself. */
const held = globalThis as { accessPackageLimits?: Known };
held.accessPackageLimits ??= { readers: new Map(), sweptAt: 0 };
const known = held.accessPackageLimits;

/**
 * Waits until the reader may be answered one more question, and answers what is to be called once it is. `reader` is
 * null for the one reader without sign-in, whose pace is their own: nobody else is there to be slowed down. `now` is
 * in milliseconds. Throws `too-many-questions` with the seconds to wait, and the signal's reason.
 */
export async function admit(
  reader: string | null,
  kind: Kind,
  signal: AbortSignal,
  now = performance.now(),
): Promise<() => void> {
  sweep(now);
  const asking = askingOf(reader ?? 'local');
  const seconds = reader === null ? null : bucketOf(asking, kind, now).take(now);
  if (seconds !== null) throw tooMany('You ask faster than this server answers one reader.', seconds);
  // Exports have a queue of their own, in which no question stands behind them.
  if (kind === 'export') return () => {};
  if (asking.turns.waiting >= mostWaiting)
    throw tooMany('You have more questions waiting than this server holds for one reader.', 1);
  return asking.turns.take(signal);
}

/** How many readers are remembered. */
export function rememberedReaders(): number {
  return known.readers.size;
}

function askingOf(reader: string): Asking {
  const found = known.readers.get(reader) ?? { turns: new Turns(atOnce), buckets: new Map() };
  known.readers.set(reader, found);
  return found;
}

function bucketOf({ buckets }: Asking, kind: Kind, now: number): Bucket {
  const found = buckets.get(kind) ?? new Bucket(paces[kind], now);
  buckets.set(kind, found);
  return found;
}

function sweep(now: number): void {
  if (now - known.sweptAt < sweepEveryMs) return;
  known.sweptAt = now;
  for (const [reader, { turns, buckets }] of known.readers)
    if (turns.idle && [...buckets.values()].every((bucket) => bucket.isFull(now)))
      known.readers.delete(reader);
}

function tooMany(what: string, seconds: number): AppError {
  const wait = Math.max(1, Math.ceil(seconds));
  return new AppError(
    'too-many-questions',
    `${what} Try again in ${wait} ${wait === 1 ? 'second' : 'seconds'}.`,
    { retryAfterSeconds: wait },
  );
}
