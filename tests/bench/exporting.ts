import type { Serving } from './server';
import { table } from './times';

/** Exports every request once in each kind of file, and tells rows a second and what memory it took. */
export async function measureExport({ origin, memory }: Serving, requests: number): Promise<string> {
  const rows: string[][] = [];
  for (const [name, asked] of [
    ['CSV, the columns of the view', 'format=csv&content=view'],
    ['CSV, the full record', 'format=csv&content=record'],
    ['NDJSON, the full record', 'format=ndjson&content=record'],
  ] as const) {
    const before = memory().now;
    let most = before;
    const started = performance.now();
    const response = await fetch(`${origin}/api/export?rules=off&${asked}`);
    if (!response.ok || !response.body)
      throw new Error(`${name}: ${response.status} ${await response.text()}`);
    let bytes = 0;
    for await (const chunk of response.body) {
      bytes += chunk.length;
      most = Math.max(most, memory().now);
    }
    const seconds = (performance.now() - started) / 1000;
    rows.push([
      name,
      seconds.toFixed(1),
      Math.round(requests / seconds).toLocaleString('en'),
      Math.round(bytes / 1e6).toLocaleString('en'),
      String(most - before),
    ]);
  }
  return table(
    [`${requests.toLocaleString('en')} rows`, 's', 'rows a second', 'MB', 'MB of memory more'],
    rows,
  );
}
