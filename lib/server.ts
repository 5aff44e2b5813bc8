import 'server-only';
import { readEnv } from './env';
import { AppError } from './errors';
import { type Inbound, startInbound } from './inbound';
import { log } from './log';

/** Next bundles start-up code and routes apart, so the one running product hangs on the process itself. */
const held = globalThis as { accessPackageApprovals?: Promise<Inbound> };

/**
 * Opens the store and starts reading the source; called once, when the process starts.
 * Throws `environment-invalid` or `store-unavailable`.
 */
export async function startServer(environment: Record<string, string | undefined>): Promise<void> {
  const env = readEnv(environment);
  log.level = env.logLevel;
  held.accessPackageApprovals ??= startInbound(env);
  await held.accessPackageApprovals;
}

/** The running product. Throws `store-unavailable` when its store could not be opened. */
export function server(): Promise<Inbound> {
  if (!held.accessPackageApprovals)
    throw new AppError('store-unavailable', 'The server is starting. Try again in a moment.');
  return held.accessPackageApprovals;
}
