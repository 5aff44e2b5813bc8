import { isMainThread } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

/** Preloaded by Vitest, which transforms the main thread's TypeScript itself; worker threads load theirs by tsx. */
if (!isMainThread) register();
