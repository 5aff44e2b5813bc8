import { mkdtempSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { deriveTouched } from '@/lib/store/derive';
import { deriveChecks } from '@/lib/store/deriveChecks';
import { openStore } from '@/lib/store/open';
import { savePlainFiles } from '@/lib/store/savePlainFiles';
import { measured } from './measured';

const folder = mkdtempSync(path.resolve('.cache/bench/store-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

/** Seconds that some work takes. */
async function seconds(work: () => Promise<unknown>): Promise<string> {
  const started = performance.now();
  await work();
  return ((performance.now() - started) / 1000).toFixed(1);
}

await measured(async (file) => {
  const store = await openStore(path.join(folder, 'store.duckdb'), file);
  const { size: bytes, mtimeMs: modifiedMs } = statSync(file);
  const read = await seconds(() =>
    savePlainFiles(store, [{ path: file, name: path.basename(file), bytes, modifiedMs }]),
  );
  const folded = await seconds(() => store.write((writer) => deriveTouched(writer, null)));
  const checked = await seconds(() =>
    store.write((writer) => deriveChecks(writer, { ids: [], patterns: [] })),
  );
  const marked = await store.all<{ id: string; n: number }>(
    `SELECT id, count(strength)::DOUBLE AS n FROM checks GROUP BY ALL ORDER BY n DESC, id`,
  );
  await store.close();
  const marks = marked.map(({ id, n }) => `${id} ${n}`).join(', ');
  return `reading ${read} s, correlating ${folded} s, every check ${checked} s; marks: ${marks}`;
});
