import 'server-only';
import { log, withoutValues } from '../log';
import { isBehind } from '../store/behind';
import { deriveTouched } from '../store/derive';
import { deriveChecks, failedChecks, isUnchecked, type Privileged } from '../store/deriveChecks';
import type { Store } from '../store/open';

/** Derives what was saved; `atOnce` or, so that loading has most of the time, once nine times as long has passed. */
export type Derive = (atOnce: boolean) => Promise<void>;

/** What deriving goes by beyond the records. */
export interface Deriving {
  /** Tenant of records that carry none. */
  tenant: string | null;
  privileged: Privileged;
}

/** Records derived in one transaction, whose memory grows with them. */
const most = 500_000;

/** Checks that failed are evaluated again after so long, though no record came. */
const failedAgainMs = 10 * 60_000;
const checkedAt = new WeakMap<object, number>();

/**
 * Derives requests from what was saved since the last time, so many records in a transaction that a process cut off
 * between two of them, or by the signal, goes on with the rest; `loading` when more records are on their way.
 */
export async function deriveRecords(
  store: Store,
  tenant: string | null,
  { loading = false, signal }: { loading?: boolean; signal?: AbortSignal | undefined } = {},
): Promise<void> {
  const derive = () => store.write((writer) => deriveTouched(writer, tenant, { most, loading }));
  while (!signal?.aborted && (await derive()));
}

/**
 * Derives requests from what was saved since the last time, and then evaluates the checks on those it concerns. False
 * when there was nothing to do.
 */
export async function deriveAll(store: Store, { tenant, privileged }: Deriving): Promise<boolean> {
  const started = performance.now();
  const behind = await isBehind(store, tenant);
  if (behind) await deriveRecords(store, tenant);
  const unchecked = (await isUnchecked(store, privileged)) || (await areDueAgain(store));
  if (unchecked) {
    checkedAt.set(store.shared, performance.now());
    const failures = await store.write((writer) => deriveChecks(writer, privileged));
    for (const { what, cause } of failures)
      log.error({ check: what, reason: withoutValues(cause) }, 'a check could not be evaluated');
  }
  const seconds = (performance.now() - started) / 1000;
  if (behind || unchecked) log.info({ records: behind, checks: unchecked, seconds }, 'derived');
  return behind || unchecked;
}

/** Whether checks failed a while ago, or before this process started: what kept them may have passed. */
async function areDueAgain(store: Store): Promise<boolean> {
  const at = checkedAt.get(store.shared);
  if (at !== undefined && performance.now() - at < failedAgainMs) return false;
  return (await failedChecks(store)).length > 0;
}

/** Answers the one way in which all workspaces of a store derive, one after the other. */
export function deriving(store: Store, by: Deriving): Derive {
  let ended = 0;
  let took = 0;
  let queue: Promise<void> = Promise.resolve();
  const derive = async (atOnce: boolean) => {
    const started = performance.now();
    if (!atOnce && started - ended < 9 * took) return;
    if (!(await deriveAll(store, by))) return;
    ended = performance.now();
    took = ended - started;
  };
  return (atOnce) => {
    const done = queue.then(() => derive(atOnce));
    queue = done.catch(() => undefined);
    return done;
  };
}
