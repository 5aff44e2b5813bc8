import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Coverage, CoverageReport } from '@/lib/coverage';

/** What a process of the product says of its store once its first reading has ended. */
export interface Read {
  state: Coverage['state'];
  failure: string | null;
  rebuilt: CoverageReport['rebuilt'];
  counts: CoverageReport['records'];
  requests: number;
  ofRequests: string;
  records: number;
  distinct: number;
  ofRecords: string;
}

export interface Child {
  process: ChildProcess;
  /** Null when it ended before it had read. */
  read: Promise<Read | null>;
  /** How it ended: its exit code or the signal, and all that it wrote. */
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null; wrote: string }>;
}

const workers = pathToFileURL(path.resolve(import.meta.dirname, '../typescriptWorkers.mjs')).href;
const product = path.resolve(import.meta.dirname, 'product.ts');

/** Starts `product.ts` as `npm start` would, with these variables; no file of it may be larger than `fileKilobytes`. */
export function startProduct(variables: Record<string, string>, fileKilobytes?: number): Child {
  const args = [
    '--conditions=react-server',
    '--import',
    'tsx',
    '--import',
    workers,
    product,
    '-H',
    '127.0.0.1',
  ];
  const { PATH, NODE_EXTRA_CA_CERTS = '' } = process.env;
  const limited = ['-c', `ulimit -f ${2 * (fileKilobytes ?? 0)}; exec "$0" "$@"`, process.execPath, ...args];
  const child = spawn(fileKilobytes ? 'sh' : process.execPath, fileKilobytes ? limited : args, {
    env: { PATH, NODE_EXTRA_CA_CERTS, NODE_ENV: 'production', LOG_LEVEL: 'error', ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let wrote = '';
  const ended: Child['ended'] = new Promise((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal, wrote }));
  });
  const read = new Promise<Read | null>((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (chunk: string) => {
        wrote += chunk;
        const found = /^! read (.*)\n/m.exec(wrote)?.[1];
        if (found !== undefined) resolve(JSON.parse(found));
      });
    void ended.then(() => resolve(null));
  });
  return { process: child, read, ended };
}

/** Runs it to its end; throws when it says nothing of its store. */
export async function readBy(variables: Record<string, string>): Promise<Read> {
  const child = startProduct(variables);
  const read = await child.read;
  const { code, wrote } = await child.ended;
  if (read === null || code !== 0) throw new Error(`The product ended with ${code}: ${wrote}`);
  return read;
}
