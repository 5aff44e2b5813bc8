import 'server-only';
import type { Coverage, CoverageReport, CoverageSource } from './coverage';
import type { Clause } from './filter/clause';
import type { Inbound, Progress } from './inbound';
import { daysRead, lookBackDays } from './inbound/covered';
import { workspaceCoverage } from './inbound/workspaceCoverage';
import { logAnalyticsClouds } from './source/logAnalytics/clouds';
import { requestCoverage, type StoreCoverage } from './store/coverage';
import { deliveredBy } from './store/deliveries';
import { fileReport } from './store/files';
import { keptCoverage } from './store/keptCoverage';
import { remembering } from './store/remembering';

type Stored = StoreCoverage & { files: Awaited<ReturnType<typeof fileReport>> };

const recall = remembering<Stored>(1);

/** What the store says of itself, asked once for each version of its data. */
function stored({ store }: Inbound): Promise<Stored> {
  return recall(store, 'stored', async (lasting) => {
    const [coverage, files] = await Promise.all([keptCoverage(lasting), fileReport(lasting)]);
    return { ...coverage, files };
  });
}

/** How many requests the store holds, whoever asks. */
export async function requestsInAll(inbound: Inbound): Promise<number> {
  return (await stored(inbound)).requests;
}

/** How many audit records about access packages, and requests, the store holds, whoever asks. */
export async function countsInAll(inbound: Inbound): Promise<{ records: number; requests: number }> {
  const { records, requests } = await stored(inbound);
  return { records: records.ours, requests };
}

/** The coverage that travels with every answer; a scoped reader is told of their own requests. */
export async function coverageOf(inbound: Inbound, scope: readonly Clause[]): Promise<Coverage> {
  const { progress, store } = inbound;
  const { files, records, ...whole } = await stored(inbound);
  const { from, to, requests } = scope.length === 0 ? whole : await requestCoverage(store, scope);
  const isEmpty = progress.state === 'complete' && records.ours === 0;
  return {
    state: isEmpty ? 'empty' : progress.state,
    from,
    to,
    requests,
    problems: problemsOf(progress, files.problems, scope),
    progress: progress.state === 'loading' ? share(inbound) : 1,
  };
}

/** The whole coverage, as `/api/coverage` answers it. */
export async function coverageReport(inbound: Inbound, scope: readonly Clause[]): Promise<CoverageReport> {
  const { progress, env, store } = inbound;
  const { files, records, unlinkedOperations, ...whole } = await stored(inbound);
  const isScoped = scope.length > 0;
  const problems = progress.kind === 'files' ? progress.pathProblems : [];
  return {
    ...(isScoped ? await requestCoverage(store, scope) : whole),
    ...(await coverageOf(inbound, scope)),
    signIn: env.signIn !== null,
    entra: logAnalyticsClouds[env.cloud].entra,
    source: await sourceOf(inbound, scope),
    files:
      progress.kind === 'files' ? { found: progress.filesFound, read: files.read, bytes: files.bytes } : null,
    records: isScoped ? null : records,
    unlinkedOperations: isScoped ? null : unlinkedOperations,
    listed: isScoped ? null : [...problems, ...files.listed],
    failure: progress.failure,
    rebuilt: store.rebuilt,
  };
}

async function sourceOf({ env, store, live }: Inbound, scope: readonly Clause[]): Promise<CoverageSource> {
  const { source } = env;
  if (live === null) {
    const isFiles = source.kind === 'files';
    return {
      kind: 'files',
      path: isFiles && scope.length === 0 ? source.path : null,
      bundled: isFiles && source.bundled,
    };
  }
  const { setup, days, clock, progress } = live;
  const now = clock.now();
  return {
    kind: 'log-analytics',
    ...setup,
    workspaces: await Promise.all(
      seen(progress.workspaces, scope).map(async (each) =>
        workspaceCoverage(each, await deliveredBy(store, each.workspace.id), days, now),
      ),
    ),
  };
}

function problemsOf(progress: Progress, ofFiles: number, scope: readonly Clause[]): number {
  if (progress.kind === 'files') return ofFiles + progress.pathProblems.length;
  return seen(progress.workspaces, scope).reduce(
    (sum, { kept }) => sum + (kept === null ? 0 : kept.gaps.length + kept.unusable),
    0,
  );
}

/** The workspaces that a scope leaves to a reader. */
export function seen<T extends { workspace: { id: string } }>(
  workspaces: readonly T[],
  scope: readonly Clause[],
): T[] {
  const grants = scope.flatMap((clause) => (clause.kind === 'scope' ? [clause.grants] : []));
  return workspaces.filter(({ workspace }) =>
    grants.every((either) => either.some((grant) => grant.workspaces?.includes(workspace.id) ?? true)),
  );
}

function share({ progress, live }: Inbound): number {
  if (progress.kind === 'files')
    return progress.bytes === 0 ? 0 : Math.min(1, progress.bytesRead / progress.bytes);
  const { days = 0, clock } = live ?? {};
  const wanted = progress.workspaces.length * (days + lookBackDays);
  const read = progress.workspaces.reduce(
    (sum, { kept }) => sum + (kept === null ? 0 : daysRead(kept, days, clock?.now() ?? 0)),
    0,
  );
  return Math.min(1, read / wanted);
}
