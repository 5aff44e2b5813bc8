import type { Serving } from './server';
import { serve } from './server';
import { type Times, table, timed } from './times';

/** Starts the product again over a store that is on disk, some times, and times its first answers. */
export async function measureRestart(source: string, dataDir: string, rounds: number): Promise<string> {
  const listened: Times = [];
  const answered: Times = [];
  const first: Times = [];
  const again: Times = [];
  const quiet: Times = [];
  const quick: Times = [];
  for (let round = 0; round < rounds; round++) {
    const serving = await serve(source, dataDir);
    listened.push(serving.listenedMs);
    answered.push(serving.answeredMs - serving.listenedMs);
    first.push(await timed(() => firstView(serving)));
    again.push(await timed(() => firstView(serving)));
    quiet.push(await serving.quiet());
    await firstView(serving);
    quick.push(await timed(() => firstView(serving)));
    await serving.stop();
  }
  const best = (times: Times) => `${Math.round(Math.min(...times))} ms`;
  return table(
    ['with the store on disk', 'best', 'worst'],
    [
      ['from the start of the process until it listens', best(listened), worst(listened)],
      ['its first answer after that', best(answered), worst(answered)],
      ['the first rows and summary after that', best(first), worst(first)],
      ['the same again', best(again), worst(again)],
      ['from the start until the columns in memory are loaded', best(quiet), worst(quiet)],
      ['the rows and summary then, which were asked for before', best(quick), worst(quick)],
    ],
  );
}

const worst = (times: Times) => `${Math.round(Math.max(...times))} ms`;

async function firstView({ origin }: Serving): Promise<void> {
  await Promise.all(
    ['requests', 'summary'].map(async (endpoint) => {
      const response = await fetch(`${origin}/api/${endpoint}`);
      if (!response.ok) throw new Error(`${endpoint}: ${response.status}`);
      await response.arrayBuffer();
    }),
  );
}
