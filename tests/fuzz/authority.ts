import type { JWTPayload } from 'jose';
import type { SignInEnv } from '@/lib/env';
import { productClaims } from '../doubles/openid/claims';
import { registration } from '../doubles/openid/registration';
import { newSigningKey, type SigningKey } from '../doubles/openid/signingKey';

/** An authority whose documents are answered in this process, and what it signs. */
export interface Authority {
  signIn: SignInEnv;
  key: SigningKey;
  /** A key that is not the authority's. */
  foreign: SigningKey;
  claims: JWTPayload;
  /** Answers `fetch` as it was again. */
  close(): void;
}

/** Long enough for any run, so that no token expires while it is misused. */
const seconds = 86_400;

/** Starts an authority: what is fetched from it, and from nowhere else, is answered until it is closed. */
export async function startAuthority(): Promise<Authority> {
  const { tenant, clientId } = registration;
  const authorityHost = 'https://authority.example';
  const issuer = `${authorityHost}/${tenant}/v2.0`;
  const [key, foreign] = await Promise.all([newSigningKey(), newSigningKey()]);
  const documents: Record<string, unknown> = {
    [`${issuer}/.well-known/openid-configuration`]: { issuer, jwks_uri: `${issuer}/jwks` },
    [`${issuer}/jwks`]: { keys: [key.publicJwk] },
  };
  const before = globalThis.fetch;
  globalThis.fetch = async (address) => {
    const found = documents[String(address)];
    return found === undefined ? new Response(null, { status: 404 }) : Response.json(found);
  };
  return {
    signIn: { tenant, clientId, authorityHost, scopesFile: null },
    key,
    foreign,
    claims: productClaims('analyst', { issuer, seconds }),
    close() {
      globalThis.fetch = before;
    },
  };
}
