import { type Frequent, frequentOf, type Kind, kinds, narrowing, parametersOf } from './mix';
import type { Serving } from './server';
import { cell, percentile, ratio, type Times, table, timed } from './times';

export const analysts = 8;
const concurrentSeconds = 20;
const warmMs = 3000;

/** What filter changes of one analyst took, by kind, in milliseconds. */
export interface FilterTimes {
  one: Map<Kind, Times>;
  several: Times;
  perSecond: number;
  /** Bytes of an answer as it came over the wire, compressed: rows and summary. */
  bytes: { rows: number; summary: number };
}

/** Times a filter change through HTTP: the rows and the summary are asked for at once, as a page does. */
export async function measureFilters({ origin }: Serving, rounds: number): Promise<FilterTimes> {
  const frequent = await frequentOf(origin);
  const one = new Map(kinds.map((kind): [Kind, Times] => [kind, []]));
  // The first round is not counted: it is the one that compiles.
  for (let round = -1; round < rounds; round++)
    for (const kind of kinds) {
      const took = await timed(() => change(origin, kind, Math.max(round, 0), frequent));
      if (round >= 0) one.get(kind)?.push(took);
    }
  await together(origin, frequent, rounds, { at: performance.now() + warmMs });
  const { times, seconds } = await together(origin, frequent, rounds);
  return { one, several: times, perSecond: times.length / seconds, bytes: await sizes(origin) };
}

/** One filter change. Throws when the server does not answer it. */
async function change(origin: string, kind: Kind, round: number, frequent: Frequent): Promise<void> {
  const asked = parametersOf(narrowing(kind, round, frequent));
  await Promise.all(
    ['requests', 'summary'].map(async (endpoint) => {
      const response = await fetch(`${origin}/api/${endpoint}?${asked}`);
      if (!response.ok) throw new Error(`${kind}: ${response.status} ${await response.text()}`);
      await response.arrayBuffer();
    }),
  );
}

/** Several analysts at once, each going through all kinds without a pause. */
export async function together(
  origin: string,
  frequent: Frequent,
  rounds: number,
  until: { at: number } = { at: performance.now() + concurrentSeconds * 1000 },
): Promise<{ times: Times; seconds: number }> {
  const times: Times = [];
  const started = performance.now();
  await Promise.all(
    Array.from({ length: analysts }, async (_, analyst) => {
      for (let step = analyst * 3; performance.now() < until.at; step++) {
        const kind = kinds[step % kinds.length] ?? 'none';
        times.push(await timed(() => change(origin, kind, rounds + step, frequent)));
      }
    }),
  );
  return { times, seconds: (performance.now() - started) / 1000 };
}

async function sizes(origin: string): Promise<FilterTimes['bytes']> {
  const [rows = Number.NaN, summary = Number.NaN] = await Promise.all(
    ['requests', 'summary'].map(async (endpoint) => {
      // `fetch` unpacks what it is given, so the size on the wire is asked of the header-less body of `http`.
      const { request } = await import('node:http');
      return new Promise<number>((resolve, reject) => {
        request(`${origin}/api/${endpoint}`, { headers: { 'accept-encoding': 'gzip' } }, (response) => {
          let bytes = 0;
          response.on('data', (chunk: Buffer) => {
            bytes += chunk.length;
          });
          response.on('end', () => resolve(bytes));
        })
          .on('error', reject)
          .end();
      });
    }),
  );
  return { rows, summary };
}

/** Tells the times beside those of other engines over the same requests. */
export function filterTable(
  { one, several, perSecond, bytes }: FilterTimes,
  others: ReadonlyMap<string, ReadonlyMap<Kind, Times>>,
): string {
  const row = (name: string, times: ReadonlyMap<Kind, Times>) => [
    name,
    ...kinds.map((kind) => cell(times.get(kind) ?? [])),
  ];
  const ratios = (name: string, times: ReadonlyMap<Kind, Times>) => [
    name,
    ...kinds.map((kind) => ratio(times.get(kind) ?? [], one.get(kind) ?? [])),
  ];
  return [
    'Milliseconds, median / 95th percentile. The product is measured through HTTP, everything else within one process.',
    '',
    table(
      ['', ...kinds],
      [
        row('**rows and summary, through HTTP**', one),
        ...[...others].map(([name, times]) => row(name, times)),
      ],
    ),
    '',
    'How many times as long as the product, by medians:',
    '',
    table(
      ['', ...kinds],
      [...others].map(([name, times]) => ratios(name, times)),
    ),
    '',
    `${analysts} analysts at once, all kinds, for ${concurrentSeconds} s: median ${Math.round(percentile(several, 0.5))} ms, 95th percentile ${Math.round(percentile(several, 0.95))} ms, slowest ${Math.round(Math.max(...several))} ms, ${perSecond.toFixed(0)} changes a second, none failed.`,
    '',
    `On the wire, compressed: a page of rows ${(bytes.rows / 1000).toFixed(1)} kB, the summary ${(bytes.summary / 1000).toFixed(1)} kB.`,
  ].join('\n');
}
