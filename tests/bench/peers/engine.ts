import { existsSync } from 'node:fs';
import { z } from 'zod';
import { type Frequent, type Kind, kinds, type Narrowing, narrowing } from '../mix';
import { type PayloadRow, payload } from '../payload';
import type { Times } from '../times';

/** Answers a filter change: how many match, the first page, the counted values and the bars of time to approve. */
export type Engine = (asked: Narrowing) => number;

/**
 * Runs an engine over the requests of a store file (the first argument) for some rounds (the second) with the
 * frequent objects (the third), and prints for each kind the times in milliseconds and how many matched.
 */
export async function race(build: (rows: PayloadRow[]) => Engine): Promise<void> {
  const [, , file = '', rounds = '', chosen = ''] = process.argv;
  if (!existsSync(file)) throw new Error(`${file} is not there`);
  const frequent: Frequent = z
    .object({ packages: z.array(z.string()), approvers: z.array(z.string()) })
    .parse(JSON.parse(chosen));
  const engine = build(await payload(file));
  const times = Object.fromEntries(kinds.map((kind): [Kind, Times] => [kind, []]));
  const matched: Record<string, number> = {};
  for (let round = -1; round < Number(rounds); round++)
    for (const kind of kinds) {
      const asked = narrowing(kind, Math.max(round, 0), frequent);
      const started = performance.now();
      const found = engine(asked);
      if (round >= 0) times[kind]?.push(performance.now() - started);
      if (round === 0) matched[kind] = found;
    }
  const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
  process.stdout.write(JSON.stringify({ times, matched, peakMb }));
  process.exit(0);
}

/** The plain meaning of a narrowing, for engines that are given a function. */
export function keeps(asked: Narrowing): (row: PayloadRow) => boolean {
  const { packageId, approverId, word, took, worth } = asked;
  return (row) =>
    (packageId === null || row.package === packageId) &&
    (approverId === null || row.approver === approverId) &&
    (word === null || row.search.includes(word)) &&
    (took === null || (row.took !== null && row.took >= took.min && row.took < took.max)) &&
    (!worth || row.worth);
}
