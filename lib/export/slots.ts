import 'server-only';
import { AppError } from '../errors';
import { Turns } from '../turns';

/** Exports that run at once, since each holds some ten thousand rows in memory, and how many of them are one reader's. */
const inAll = 4;
const perReader = 2;
/** How many more may wait. */
const mostWaiting = 50;

interface Slots {
  all: Turns;
  readers: Map<string | null, Turns>;
}

/** Next bundles routes apart, so what they share hangs on the process itself. */
const held = globalThis as { accessPackageExportSlots?: Slots };
held.accessPackageExportSlots ??= { all: new Turns(inAll), readers: new Map() };
const { all, readers } = held.accessPackageExportSlots;

/**
 * Waits for a place among the exports that run, first among the reader's own, so that nobody's queue stands before
 * everybody else. Answers what gives the place back. Throws `exports-busy` when too many wait, and the signal's reason.
 */
export async function takeSlot(reader: string | null, signal: AbortSignal): Promise<() => void> {
  const waiting = [...readers.values()].reduce((sum, turns) => sum + turns.waiting, all.waiting);
  if (waiting >= mostWaiting)
    throw new AppError(
      'exports-busy',
      `${mostWaiting} exports are waiting for others to end. Try again in a few minutes.`,
      { retryAfterSeconds: 60 },
    );
  const own = readers.get(reader) ?? new Turns(perReader);
  readers.set(reader, own);
  const forget = () => {
    if (own.idle) readers.delete(reader);
  };
  try {
    const endOwn = await own.take(signal);
    const end = await all.take(signal).catch((error: unknown) => {
      endOwn();
      throw error;
    });
    return () => {
      end();
      endOwn();
      forget();
    };
  } catch (error) {
    forget();
    throw error;
  }
}
