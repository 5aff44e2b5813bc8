/**
 * `npm run bench [-- --requests 100000]`: times reading and folding against two floors in the same run, each in a
 * process of its own so that its peak memory is its own.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { writeSample } from '@/lib/source/sample/write';

const { values } = parseArgs({
  options: { requests: { type: 'string', default: '100000' }, rounds: { type: 'string', default: '3' } },
});
const requests = z.coerce.number().int().min(1000).parse(values.requests);
const rounds = z.coerce.number().int().min(1).parse(values.rounds);

const folder = path.resolve('.cache/bench');
const file = path.join(folder, `requests-${requests}.ndjson`);
const measured = z.object({ ms: z.number(), peakMb: z.number(), note: z.string() });
const runners = ['floor-duckdb', 'floor-node', 'correlate', 'load-memory', 'load-file'] as const;

mkdirSync(folder, { recursive: true });
if (!existsSync(file)) await writeSample({ requests, until: '2026-11-01T00:00:00Z', out: file });
say(
  `${requests} requests, ${Math.round(statSync(file).size / 1e6)} MB, ${cpus().length} cores, best of ${rounds} rounds\n`,
);

const best = new Map<string, z.infer<typeof measured>>();
for (let round = 0; round < rounds; round++)
  for (const runner of runners) {
    const result = measure(runner);
    const known = best.get(runner);
    if (!known || result.ms < known.ms) best.set(runner, result);
  }
const floor = best.get('floor-duckdb')?.ms ?? Number.NaN;
say('| runner | s | x DuckDB floor | peak MB | |\n|---|--:|--:|--:|---|');
for (const [runner, { ms, peakMb, note }] of best)
  say(`| ${runner} | ${(ms / 1000).toFixed(1)} | ${(ms / floor).toFixed(1)} | ${peakMb} | ${note} |`);

function measure(runner: (typeof runners)[number]): z.infer<typeof measured> {
  const child = spawnSync(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', path.join(import.meta.dirname, `${runner}.ts`), file],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  );
  return measured.parse(JSON.parse(child.stdout));
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
