import 'server-only';
import { delegatedScope } from './auth/permissions';
import { readEnv, type SignInEnv } from './env';

let read: { signIn: SignInEnv | null } | undefined;

/** The app registration, for pages and headers, which are made before or beside the running product. */
export function signInEnv(): SignInEnv | null {
  read ??= readEnv(process.env);
  return read.signIn;
}

/** What the browser needs to sign readers in, nothing of it secret; null while sign-in is off. */
export function signInSettings() {
  const signIn = signInEnv();
  if (signIn === null) return null;
  const { authorityHost, tenant, clientId } = signIn;
  return {
    clientId,
    authority: `${authorityHost}/${tenant}`,
    scope: `api://${clientId}/${delegatedScope}`,
  };
}
