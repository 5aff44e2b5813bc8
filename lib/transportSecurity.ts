import type { SignInEnv } from './env';

/**
 * Tells browsers to come back over TLS alone, for two years (RFC 6797). Readers who sign in come through TLS that ends
 * before this process, so it is for them; without sign-in the product is plain HTTP on this machine, where a browser
 * that had once seen it would no longer reach it.
 */
export function transportSecurity(signIn: SignInEnv | null): Record<string, string> {
  return signIn === null ? {} : { 'strict-transport-security': 'max-age=63072000; includeSubDomains' };
}
