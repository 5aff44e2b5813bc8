import { change } from './filters';
import { frequentOf, kinds } from './mix';
import type { Serving } from './server';
import { cell, type Times, table, timed } from './times';

const changes = 10_000;
const parts = 10;

/** Asks ten thousand filter changes one after the other, and tells the server's memory along the way. */
export async function measureMemory({ origin, memory }: Serving): Promise<string> {
  const frequent = await frequentOf(origin);
  const rows: string[][] = [['at the start', '', `${memory().now.toLocaleString('en')}`]];
  let step = 0;
  for (let part = 1; part <= parts; part++) {
    const times: Times = [];
    for (; step < (changes / parts) * part; step++) {
      const kind = kinds[step % kinds.length] ?? 'none';
      times.push(await timed(() => change(origin, kind, step, frequent)));
    }
    rows.push([`after ${step.toLocaleString('en')}`, cell(times), memory().now.toLocaleString('en')]);
  }
  return table(['filter changes', 'ms each, median / 95th percentile', 'MB resident'], rows);
}
