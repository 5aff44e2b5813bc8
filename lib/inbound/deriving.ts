import 'server-only';
import { isBehind } from '../store/behind';
import { deriveTouched } from '../store/derive';
import type { Store } from '../store/open';

/** Derives what was saved; `atOnce` or, so that loading has most of the time, once nine times as long has passed. */
export type Derive = (atOnce: boolean) => Promise<void>;

/** Answers the one way in which all workspaces of a store derive, one after the other. */
export function deriving(store: Store, tenant: string | null): Derive {
  let ended = 0;
  let took = 0;
  let queue: Promise<void> = Promise.resolve();
  const derive = async (atOnce: boolean) => {
    const started = performance.now();
    if (!atOnce && started - ended < 9 * took) return;
    if (!(await isBehind(store, tenant))) return;
    await store.write((writer) => deriveTouched(writer, tenant));
    ended = performance.now();
    took = ended - started;
  };
  return (atOnce) => {
    const done = queue.then(() => derive(atOnce));
    queue = done.catch(() => undefined);
    return done;
  };
}
