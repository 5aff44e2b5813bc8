import { cpSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { writeSample } from '@/lib/source/sample/write';
import { analysts, together } from './filters';
import { type Frequent, frequentOf } from './mix';
import { type Serving, serve } from './server';
import { cell, type Times, table } from './times';

const arriving = 1000;
const quietMs = 15_000;
const warmMs = 3000;

/**
 * Lets 1,000 new requests come while analysts filter, and tells what that does to their waiting and after how long the
 * new ones are there. The store is a copy, and the file that came is taken away again.
 */
export async function measureArrivals(source: string, dataDir: string): Promise<string> {
  const copy = `${dataDir}-arrivals`;
  const come = path.join(source, 'come.ndjson');
  const written = path.join(source, '.come.ndjson');
  const remove = () => {
    for (const each of [copy, come, written]) rmSync(each, { recursive: true, force: true });
  };
  remove();
  cpSync(dataDir, copy, { recursive: true });
  await writeSample({ requests: arriving, until: '2026-12-01T00:00:00Z', days: 30, seed: 2, out: written });
  const serving = await serve(source, copy);
  try {
    await serving.quiet();
    const frequent = await frequentOf(serving.origin);
    await together(serving.origin, frequent, 0, { at: performance.now() + warmMs });
    const { times: quiet } = await together(serving.origin, frequent, 1000, {
      at: performance.now() + quietMs,
    });
    const { times: busy, visibleMs } = await whileTheyCome(serving, frequent, () =>
      renameSync(written, come),
    );
    return told(quiet, busy, visibleMs);
  } finally {
    await serving.stop();
    remove();
  }
}

async function whileTheyCome(
  { origin }: Serving,
  frequent: Frequent,
  bring: () => void,
): Promise<{ times: Times; visibleMs: number }> {
  const before = await total(origin);
  const until = { at: Number.POSITIVE_INFINITY };
  const filtering = together(origin, frequent, 2000, until);
  await pause(1000);
  bring();
  const started = performance.now();
  const looking = fetch(`${origin}/api/sync`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  // They are folded in one transaction, so that with one of them all are there.
  while ((await total(origin)) === before) {
    if (performance.now() - started > 600_000) throw new Error('the new requests did not come');
    await pause(20);
  }
  const visibleMs = performance.now() - started;
  until.at = Math.max(performance.now() + 1000, started + quietMs);
  const { times } = await filtering;
  await looking.then((response) => response.arrayBuffer());
  return { times, visibleMs };
}

const page = z.object({ data: z.object({ total: z.number() }) });

async function total(origin: string): Promise<number> {
  const response = await fetch(`${origin}/api/requests?rules=off&pageSize=1`);
  return page.parse(await response.json()).data.total;
}

function told(quiet: Times, busy: Times, visibleMs: number): string {
  return [
    `${analysts} analysts filter without a pause; milliseconds of a filter change, median / 95th percentile.`,
    '',
    table(
      ['', 'a filter change', 'changes'],
      [
        ['with the data as they are', cell(quiet), String(quiet.length)],
        [
          `while ${arriving.toLocaleString('en')} new requests are read and folded`,
          cell(busy),
          String(busy.length),
        ],
      ],
    ),
    '',
    `The new requests were there ${(visibleMs / 1000).toFixed(1)} s after the server was asked to look for them, under that load.`,
  ].join('\n');
}
