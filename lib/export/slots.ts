import 'server-only';
import { AppError } from '../errors';
import { Turns } from '../turns';

/** Exports that run at once, since each keeps a connection and a processor busy, and how many of them are one reader's. */
const inAll = 4;
const perReader = 2;
/** How many more may wait, and how many of them for one reader. */
const mostWaiting = 50;
const mostOfOne = 10;

interface Own {
  turns: Turns;
  /** Of the reader's exports, whether they wait for each other or for those of others. */
  waiting: number;
}

interface Slots {
  all: Turns;
  readers: Map<string | null, Own>;
}

/** Next bundles routes apart, so what they share hangs on the process itself. */
const held = globalThis as { accessPackageExportSlots?: Slots };
held.accessPackageExportSlots ??= { all: new Turns(inAll), readers: new Map() };
const { all, readers } = held.accessPackageExportSlots;

/**
 * Waits for a place among the exports that run, first among the reader's own, so that nobody's queue stands before
 * everybody else. Answers what gives the place back. Throws `too-many-questions` when too many of the reader wait,
 * `exports-busy` when too many wait in all, and the signal's reason.
 */
export async function takeSlot(reader: string | null, signal: AbortSignal): Promise<() => void> {
  const own = readers.get(reader) ?? { turns: new Turns(perReader), waiting: 0 };
  refuseTooMany(reader, own);
  readers.set(reader, own);
  const forget = () => {
    if (own.turns.idle) readers.delete(reader);
  };
  own.waiting += 1;
  try {
    const endOwn = await own.turns.take(signal);
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
  } finally {
    own.waiting -= 1;
  }
}

/** Without sign-in there is one reader, `null`, whose exports stand before nobody else's. */
function refuseTooMany(reader: string | null, own: Own): void {
  if (reader !== null && own.waiting >= mostOfOne)
    throw new AppError(
      'too-many-questions',
      `${mostOfOne} exports of yours are waiting for others to end. Wait for one of them, or call one off.`,
      { retryAfterSeconds: 60 },
    );
  const waiting = [...readers.values()].reduce((sum, each) => sum + each.waiting, 0);
  if (waiting >= mostWaiting)
    throw new AppError(
      'exports-busy',
      `${mostWaiting} exports are waiting for others to end. Try again in a few minutes.`,
      { retryAfterSeconds: 60 },
    );
}
