import 'server-only';
import { setTimeout } from 'node:timers/promises';
import { server } from './server';

/** Longest wait for the store to answer before it counts as one that does not. */
const patienceMs = 1000;

/** One probe asks at a time, and the others wait for its answer: anybody may probe, and none may queue up. */
let asking: Promise<boolean> | null = null;

/** Whether the store is open and answers within a second, and the process is not about to end. */
export function isReady(): Promise<boolean> {
  asking ??= ask().finally(() => {
    asking = null;
  });
  return asking;
}

async function ask(): Promise<boolean> {
  const asked = Promise.resolve()
    .then(server)
    .then(({ store }) => store.all('SELECT 1'))
    .then(
      () => true,
      () => false,
    );
  return Promise.race([asked, setTimeout(patienceMs, false, { ref: false })]);
}

/** The answer of a health probe: its state, and nothing of the data or of why. */
export function healthAnswer(state: 'ok' | 'live' | 'ready', holds: boolean): Response {
  return Response.json(
    { status: holds ? state : 'unavailable' },
    { status: holds ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  );
}
