import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { load } from './load';

const dataDir = mkdtempSync(path.resolve('.cache/bench/store-'));
process.on('exit', () => rmSync(dataDir, { recursive: true, force: true }));
await load(dataDir);
