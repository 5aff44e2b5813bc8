import 'server-only';
import type { Store } from './open';

/** Asks under a key what depends on nothing but the key and the data. */
type Recall<T> = (store: Store, key: string, ask: (store: Store) => Promise<T>) => Promise<T>;

/**
 * Remembers the newest `most` answers for as long as the data stay as they are: several questions of a view need the same
 * one. Nobody who leaves ends a question that others may wait for.
 */
export function remembering<T>(most: number): Recall<T> {
  const remembered = new WeakMap<object, { version: number; answers: Map<string, Promise<T>> }>();
  return (store, key, ask) => {
    const version = store.version();
    const known = remembered.get(store.shared);
    const answers = known?.version === version ? known.answers : new Map<string, Promise<T>>();
    remembered.set(store.shared, { version, answers });
    const asked = answers.get(key) ?? ask(store.lasting());
    answers.delete(key);
    answers.set(key, asked);
    for (const oldest of [...answers.keys()].slice(0, Math.max(0, answers.size - most)))
      answers.delete(oldest);
    asked.catch(() => answers.delete(key));
    return asked;
  };
}
