import 'server-only';
import path from 'node:path';
import type { Env } from './env';
import { AppError } from './errors';

const loopback = ['127.0.0.1', 'localhost', '::1'];

/** What a start is judged by: the process's own variables and command line. */
export interface Launch {
  variables: Record<string, string | undefined>;
  args: readonly string[];
}

/** Throws `environment-invalid` with the mend when the product would start in a way that is not safe. */
export function refuseUnsafe(env: Env, { variables, args }: Launch): void {
  if (env.signIn === null && !loopback.includes(listensOn(args, variables) ?? ''))
    refuse(
      'Without sign-in the product listens on this machine only. Start it with `npm start`, `npm run dev` or `npm run demo` and give no other address (for the standalone server.js: HOSTNAME=127.0.0.1), or set AZURE_CLIENT_ID and AZURE_TENANT_ID so that readers sign in.',
    );
  if (env.signIn === null && env.source.kind === 'log-analytics')
    refuse(
      'LOG_ANALYTICS_WORKSPACES is set and AZURE_CLIENT_ID is not. A workspace is shown only to readers who signed in: give the Application (client) ID of the app registration, and AZURE_TENANT_ID.',
    );
  if (env.source.kind === 'log-analytics' && env.source.access === 'delegated' && env.clientSecret === null)
    refuse(
      'LOG_ANALYTICS_ACCESS is delegated and AZURE_CLIENT_SECRET is not set. Give a client secret of the app registration, or set LOG_ANALYTICS_ACCESS=application to query the workspace as the product itself.',
    );
  for (const [name, value] of Object.entries(variables))
    if (name.startsWith('NEXT_PUBLIC_') && (isSecretName(name) || isSecret(value, env)))
      refuse(`${name} would be sent to every browser. Unset it: secrets have no NEXT_PUBLIC_ variable.`);
}

/** The address that this process is made to listen on; null is every address of the machine. */
function listensOn(args: readonly string[], variables: Launch['variables']): string | null {
  const [, script = '', ...given] = args;
  if (path.basename(script) === 'server.js') return variables.HOSTNAME || null;
  // `next dev` answers from a child that has no command line; it is told its origin, as localhost for every address.
  if (path.basename(script) === 'start-server.js')
    return variables.__NEXT_PRIVATE_ORIGIN?.startsWith('http://127.0.0.1:') ? '127.0.0.1' : null;
  // What stands after `--` is no option to it.
  const options = given.includes('--') ? given.slice(0, given.indexOf('--')) : given;
  const at = options.findLastIndex((option) => /^(-H|--hostname(=|$))/.test(option));
  if (at === -1) return null;
  const attached = options[at]?.replace(/^(-H|--hostname=?)/, '');
  return attached || options[at + 1] || null;
}

function isSecretName(name: string): boolean {
  return /SECRET|PASSWORD|PASSWD|TOKEN|CREDENTIAL|KEY|CONNECTION_?STRING/i.test(name);
}

function isSecret(value: string | undefined, { clientSecret }: Env): boolean {
  return clientSecret !== null && value?.trim() === clientSecret;
}

function refuse(sentence: string): never {
  throw new AppError('environment-invalid', sentence);
}
