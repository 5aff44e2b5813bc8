import 'server-only';
import { readScopes } from './auth/scopesFile';
import { endOnSignal } from './ending';
import { readEnv } from './env';
import { refuseUnsafe } from './safeStart';
import { startServer } from './server';
import { secureTransport } from './transportSecurity';

/** Starts the product, or ends the process with the sentence that says what is wrong. */
export async function start(): Promise<void> {
  try {
    const env = readEnv(process.env);
    refuseUnsafe(env, { variables: process.env, args: process.argv });
    secureTransport(env.signIn);
    if (env.signIn?.scopesFile) await readScopes(env.signIn.scopesFile);
    const inbound = await startServer(process.env);
    // `next dev` ends its own way, with processes of its own to stop.
    if (process.env.NODE_ENV === 'production') endOnSignal(inbound);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}
