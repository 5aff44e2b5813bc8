import 'server-only';
import type { Env } from './env';
import { AppError } from './errors';
import { systemClock } from './inbound/clock';
import { startFiles } from './inbound/files';
import { accessOf, type Live, startLive } from './inbound/live';
import type { FilesProgress, Progress } from './inbound/progress';
import { spoolFolder, storeFile } from './inbound/storeFile';
import { logAnalyticsClouds } from './source/logAnalytics/clouds';
import { openWorkspaceReader } from './source/logAnalytics/workspaceReader';
import { withColumns } from './store/columns';
import { openStore, type Store } from './store/open';

export type { Progress } from './inbound/progress';

export interface Inbound {
  store: Store;
  env: Env;
  progress: Progress;
  /** The connection to Log Analytics; null when files are read. */
  live: Live | null;
  /** Looks for new records now, past the service's cache; resolves once they are read, or could not be. */
  refresh(): Promise<void>;
  /** Stops reading the source where nothing is lost; the store stays open. */
  stop(): Promise<void>;
}

/**
 * Opens the store and starts reading the source into it: at once, and again each minute what is new. Answers
 * as soon as the store is open; `progress` tells how far the reading is. Throws `environment-invalid` or
 * `store-unavailable`.
 */
export async function startInbound(env: Env): Promise<Inbound> {
  return env.source.kind === 'files' ? fromFiles(env, env.source) : fromWorkspaces(env, env.source);
}

async function fromFiles(env: Env, { path }: Extract<Env['source'], { kind: 'files' }>): Promise<Inbound> {
  const store = withColumns(await openStore(storeFile(env), path));
  const progress: FilesProgress = {
    kind: 'files',
    state: 'loading',
    bytesRead: 0,
    bytes: 0,
    filesFound: 0,
    pathProblems: [],
    failure: null,
  };
  const { look, stop } = startFiles({
    store,
    path,
    tenant: env.tenant,
    privileged: env.privileged,
    progress,
  });
  return { store, env, progress, live: null, refresh: look, stop };
}

async function fromWorkspaces(
  env: Env,
  { workspaces, access, days, endpoint }: Extract<Env['source'], { kind: 'log-analytics' }>,
): Promise<Inbound> {
  const { signIn, clientSecret } = env;
  if (signIn === null)
    throw new AppError(
      'environment-invalid',
      'LOG_ANALYTICS_WORKSPACES is set and AZURE_CLIENT_ID is not. Readers of a workspace must sign in: give the Application (client) ID of the app registration.',
    );
  const { tenant, clientId } = signIn;
  const cloud = logAnalyticsClouds[env.cloud];
  const as = accessOf(signIn, clientSecret, access, cloud.audience);
  const file = storeFile(env);
  const spool = spoolFolder(file);
  const store = withColumns(await openStore(file, spool));
  const live = await startLive({
    setup: { access, tenant, clientId, portal: cloud.portal },
    store,
    tenant: env.tenant,
    privileged: env.privileged,
    workspaces,
    days,
    source: openWorkspaceReader({
      endpoint: endpoint === null ? cloud.endpoint : `${endpoint}/v1`,
      audience: cloud.audience,
      spool,
    }),
    access: as,
    clock: systemClock,
  });
  const { refresh, stop } = live.sync;
  return { store, env, progress: live.progress, live, refresh, stop };
}
