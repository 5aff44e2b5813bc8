/**
 * `npm run bench -- [--requests 100000] [--rounds 5] [load filters restart export arrivals]`: measures the named
 * parts, or all, and tells the figures in `docs/benchmarks.md`. Every part but `load` needs `npm run build` first.
 */
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { writeSample } from '@/lib/source/sample/write';
import { measureArrivals } from './arrivals';
import { document } from './documented';
import { measureExport } from './exporting';
import { filterTable, measureFilters } from './filters';
import { measureLoad } from './loading';
import { frequentOf } from './mix';
import { measureOthers } from './others';
import { measureRestart } from './restart';
import { fillStore, serve } from './server';

const parts = ['load', 'filters', 'restart', 'export', 'arrivals'] as const;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { requests: { type: 'string', default: '100000' }, rounds: { type: 'string', default: '5' } },
});
const requests = z.coerce.number().int().min(1000).parse(values.requests);
const rounds = z.coerce.number().int().min(1).parse(values.rounds);
const asked = z.array(z.enum(parts)).parse(positionals);
const chosen = asked.length > 0 ? asked : parts;

const folder = path.resolve('.cache/bench');
const dataDir = path.join(folder, `store-${requests}`);
const source = path.join(folder, `requests-${requests}`);
const file = path.join(source, 'records.ndjson');
for (const each of [dataDir, source]) mkdirSync(each, { recursive: true });
if (!existsSync(file)) await writeSample({ requests, until: '2026-11-01T00:00:00Z', days: 365, out: file });

let isFilled = false;
for (const part of chosen) {
  if (part !== 'load' && !isFilled) await fillStore(source, dataDir);
  isFilled ||= part !== 'load';
  const text = await measure(part);
  const command = `npm run bench -- --requests ${requests} --rounds ${rounds} ${part}`;
  process.stdout.write(`\n## ${part}\n\n${text}\n`);
  document(part, requests, command, text);
}

async function measure(part: (typeof parts)[number]): Promise<string> {
  if (part === 'load') return measureLoad(file, dataDir, rounds);
  if (part === 'restart') return measureRestart(source, dataDir, rounds);
  if (part === 'arrivals') return measureArrivals(source, dataDir);
  const serving = await serve(source, dataDir);
  try {
    await serving.quiet();
    if (part === 'export') return await measureExport(serving, requests);
    const times = await measureFilters(serving, rounds);
    const frequent = await frequentOf(serving.origin);
    await serving.stop();
    return filterTable(times, measureOthers(storeFile(), rounds, frequent, requests));
  } finally {
    await serving.stop();
  }
}

function storeFile(): string {
  const name = readdirSync(dataDir).find((each) => each.endsWith('.duckdb'));
  if (name === undefined) throw new Error(`no store below ${dataDir}`);
  return path.join(dataDir, name);
}
