import 'server-only';
import type { Coverage, CoverageReport } from './coverage';
import type { Inbound, Progress } from './inbound';
import { type StoreCoverage, storeCoverage } from './store/coverage';
import { fileReport } from './store/files';

type Stored = StoreCoverage & { files: Awaited<ReturnType<typeof fileReport>> };

const remembered = new WeakMap<Inbound['store'], { version: number; stored: Promise<Stored> }>();

/** What the store says of itself, asked once for each version of its data. */
function stored({ store }: Inbound): Promise<Stored> {
  const version = store.version();
  const known = remembered.get(store);
  if (known?.version === version) return known.stored;
  const asked = Promise.all([storeCoverage(store), fileReport(store)]).then(([coverage, files]) => ({
    ...coverage,
    files,
  }));
  remembered.set(store, { version, stored: asked });
  asked.catch(() => remembered.delete(store));
  return asked;
}

/** The coverage that travels with every answer. */
export async function coverageOf(inbound: Inbound): Promise<Coverage> {
  const { progress } = inbound;
  const { from, to, requests, records, files } = await stored(inbound);
  return {
    state: stateOf(progress, records.ours),
    from,
    to,
    requests,
    problems: files.problems + progress.pathProblems.length,
    progress: progress.state === 'loading' ? share(progress) : 1,
  };
}

/** The whole coverage, as `/api/coverage` answers it. */
export async function coverageReport(inbound: Inbound): Promise<CoverageReport> {
  const { progress, env } = inbound;
  const { files, ...store } = await stored(inbound);
  return {
    ...store,
    ...(await coverageOf(inbound)),
    source: { kind: 'files', path: env.auditLogsPath, bundled: env.bundled },
    files: { found: progress.filesFound, read: files.read, bytes: files.bytes },
    listed: [...progress.pathProblems, ...files.listed],
    failure: progress.failure,
  };
}

function stateOf(progress: Progress, records: number): Coverage['state'] {
  if (progress.state !== 'complete') return progress.state;
  return records === 0 ? 'empty' : 'complete';
}

function share({ bytesRead, bytes }: Progress): number {
  return bytes === 0 ? 0 : Math.min(1, bytesRead / bytes);
}
