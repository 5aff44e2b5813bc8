import 'server-only';
import { subscribe } from 'node:diagnostics_channel';
import type { ServerResponse } from 'node:http';
import type { SignInEnv } from './env';

/**
 * From now on every answer of this process, whoever makes it, tells browsers to come back over TLS alone, for two
 * years (RFC 6797). Readers who sign in come through TLS that ends before this process, so it is for them; without
 * sign-in the product is plain HTTP on this machine, where a browser that had once seen it would no longer reach it.
 */
export function secureTransport(signIn: SignInEnv | null): void {
  if (signIn === null) return;
  subscribe('http.server.request.start', (message) => {
    const { response } = message as { response: ServerResponse };
    response.setHeader('strict-transport-security', 'max-age=63072000; includeSubDomains');
  });
}
