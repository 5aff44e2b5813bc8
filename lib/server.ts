import 'server-only';
import { readEnv } from './env';
import { AppError } from './errors';
import { type Inbound, startInbound } from './inbound';

/** Next bundles start-up code and routes apart, so the one running product hangs on the process itself. */
const held = globalThis as { accessPackageApprovals?: Promise<Inbound> };

/**
 * Opens the store and starts reading the source; called once, when the process starts.
 * Throws `environment-invalid` or `store-unavailable`.
 */
export async function startServer(environment: Record<string, string | undefined>): Promise<void> {
  held.accessPackageApprovals ??= startInbound(readEnv(environment));
  await held.accessPackageApprovals;
}

/** The running product. Throws `store-unavailable` when its store could not be opened. */
export function server(): Promise<Inbound> {
  if (!held.accessPackageApprovals)
    throw new AppError('store-unavailable', 'The server is starting. Try again in a moment.');
  return held.accessPackageApprovals;
}
