import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { table } from './times';

const measured = z.object({ ms: z.number(), peakMb: z.number(), note: z.string() });
const runners = {
  'floor-duckdb': 'DuckDB merely parsing the same columns',
  'floor-node': 'Node, JSON.parse of each line',
  'fold-node': 'Node, a plain fold into a Map',
  'load-memory': '**load, fold and check, in memory**',
  'load-file': '**load, fold and check, store file**',
  correlate: 'the same, step by step',
} as const;
type Runner = keyof typeof runners;

/** Loading so much takes as long in memory, and step by step, as into a store file: that alone is timed then. */
const largeBytes = 5e9;
const leftOutWhenLarge: readonly Runner[] = ['load-memory', 'correlate'];

/**
 * Times reading, folding and checking against floors in the same run, each in a process of its own. The store that is
 * loaded first is left below `dataDir`, where other parts serve it.
 */
export function measureLoad(file: string, dataDir: string, rounds: number): string {
  const best = new Map<Runner, z.infer<typeof measured>>();
  const isLarge = statSync(file).size > largeBytes;
  const timed = (Object.keys(runners) as Runner[]).filter(
    (runner) => !isLarge || !leftOutWhenLarge.includes(runner),
  );
  for (let round = 0; round < rounds; round++)
    for (const runner of timed) {
      const result = run(runner, file, dataDir);
      const known = best.get(runner);
      if (!known || result.ms < known.ms) best.set(runner, result);
    }
  const floor = best.get('floor-duckdb')?.ms ?? Number.NaN;
  const megabytes = statSync(file).size / 1e6;
  return [
    `${Math.round(megabytes).toLocaleString('en')} MB of audit records in one file, the best of ${rounds === 1 ? 'one round' : `${rounds} rounds`}.`,
    '',
    table(
      ['', 's', 'x DuckDB parsing', 'MB a second', 'peak MB'],
      [...best].map(([runner, { ms, peakMb }]) => [
        runners[runner],
        (ms / 1000).toFixed(1),
        (ms / floor).toFixed(1),
        (megabytes / (ms / 1000)).toFixed(0),
        peakMb.toLocaleString('en'),
      ]),
    ),
    '',
    ...[...best].map(([runner, { note }]) => `- ${runners[runner].replaceAll('*', '')}: ${note}`),
  ].join('\n');
}

function run(runner: Runner, file: string, dataDir: string): z.infer<typeof measured> {
  const child = spawnSync(
    process.execPath,
    [
      '--conditions=react-server',
      '--import',
      'tsx',
      path.join(import.meta.dirname, `${runner}.ts`),
      file,
      dataDir,
    ],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  );
  if (child.status !== 0) throw new Error(`${runner} ended with ${child.status ?? child.signal}`);
  return measured.parse(JSON.parse(child.stdout));
}
