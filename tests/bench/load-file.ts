import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { load } from './load';

const [, , , served = ''] = process.argv;
const dataDir = mkdtempSync(path.resolve('.cache/bench/loading-'));
process.on('exit', () => {
  for (const name of readdirSync(dataDir).filter((each) => each.endsWith('.duckdb')))
    if (!existsSync(path.join(served, name))) renameSync(path.join(dataDir, name), path.join(served, name));
  rmSync(dataDir, { recursive: true, force: true });
});
await load(dataDir);
