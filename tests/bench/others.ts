import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { z } from 'zod';
import type { Frequent, Kind } from './mix';
import { kinds } from './mix';
import type { Times } from './times';

/** Each in a process of its own over the same store file; TanStack Table alone takes 7 GB for a million rows. */
const others = {
  'DuckDB, a bare scan (count alone)': 'inDuckDB.ts',
  'TanStack Table, client-side': 'peers/tanstack.ts',
  'arrays of objects': 'peers/plain.ts',
  arquero: 'peers/arquero.ts',
  crossfilter2: 'peers/crossfilter.ts',
};

const raced = z.object({
  times: z.record(z.enum(kinds), z.array(z.number())),
  matched: z.record(z.enum(kinds), z.number()),
  peakMb: z.number(),
});

/** The same filters in other engines: times in milliseconds by engine and kind. */
export function measureOthers(
  storeFile: string,
  rounds: number,
  frequent: Frequent,
  requests: number,
): Map<string, Map<Kind, Times>> {
  const times = new Map<string, Map<Kind, Times>>();
  for (const [name, script] of Object.entries(others)) {
    const { times: found, peakMb } = race(script, storeFile, rounds, frequent, requests);
    times.set(
      `${name} (${peakMb.toLocaleString('en')} MB)`,
      new Map(kinds.map((kind) => [kind, found[kind]])),
    );
  }
  return times;
}

function race(script: string, storeFile: string, rounds: number, frequent: Frequent, requests: number) {
  const child = spawnSync(
    process.execPath,
    [
      `--max-old-space-size=${Math.max(4096, Math.round(requests / 70))}`,
      '--conditions=react-server',
      '--import',
      'tsx',
      path.join(import.meta.dirname, script),
      storeFile,
      String(rounds),
      JSON.stringify(frequent),
    ],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 2 ** 26 },
  );
  if (child.status !== 0) throw new Error(`${script} ended with ${child.status ?? child.signal}`);
  return raced.parse(JSON.parse(child.stdout));
}
