import 'server-only';
import packageJson from '../package.json';
import { readEnv } from './env';
import { AppError } from './errors';
import { type Inbound, startInbound } from './inbound';
import { storeFile } from './inbound/storeFile';
import { log } from './log';
import { startMetrics } from './metrics';
import { observeInbound } from './observed';
import { storeVersion } from './store/version';

/** Next bundles start-up code and routes apart, so the one running product hangs on the process itself. */
const held = globalThis as {
  accessPackageApprovals?: Promise<Inbound>;
  accessPackageApprovalsEnds?: boolean;
};

/**
 * Opens the store and starts reading the source; called once, when the process starts.
 * Throws `environment-invalid` or `store-unavailable`.
 */
export async function startServer(environment: Record<string, string | undefined>): Promise<Inbound> {
  const env = readEnv(environment);
  log.level = env.logLevel;
  held.accessPackageApprovals ??= startInbound(env);
  const inbound = await held.accessPackageApprovals;
  const { source, signIn } = env;
  log.info(
    {
      version: packageJson.version,
      store: { version: storeVersion, file: storeFile(env) },
      source: source.kind,
      workspaces: source.kind === 'log-analytics' ? source.workspaces.map(({ id }) => id) : [],
      signIn: signIn !== null,
      metrics: env.metricsEveryMs !== null,
    },
    'started',
  );
  if (env.metricsEveryMs !== null)
    await startMetrics(env.metricsEveryMs, (meter) => observeInbound(meter, inbound));
  return inbound;
}

/** The running product. Throws `store-unavailable` when its store could not be opened, and when the process is ending. */
export function server(): Promise<Inbound> {
  if (held.accessPackageApprovalsEnds)
    throw new AppError('store-unavailable', 'The server is stopping. Try again in a moment.', {
      retryAfterSeconds: 5,
    });
  if (!held.accessPackageApprovals)
    throw new AppError('store-unavailable', 'The server is starting. Try again in a moment.', {
      retryAfterSeconds: 5,
    });
  return held.accessPackageApprovals;
}

/** Has every further question refused; those on their way go on. */
export function refuseQuestions(): void {
  held.accessPackageApprovalsEnds = true;
}
