import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { type Refusal, refusals } from './errors';

/** Whom a token stands for. */
export interface Claims {
  oid: string;
}

/**
 * A check of the `Authorization` header as the service makes it: a token for this audience that is not expired and,
 * where the address of the signing keys is given, signed with one of them.
 */
export function tokenCheck(audience: string, keys: string | null) {
  const keySet = keys === null ? null : createRemoteJWKSet(new URL(keys));
  return async (authorization: string | undefined): Promise<Claims | Refusal> => {
    const token = authorization?.match(/^Bearer (.+)$/)?.[1];
    if (token === undefined) return refusals.noToken;
    try {
      const claims = keySet === null ? decodeJwt(token) : (await jwtVerify(token, keySet)).payload;
      if ((claims.exp ?? 0) * 1000 < Date.now()) return refusals.badToken;
      if (![claims.aud ?? []].flat().includes(audience)) return refusals.wrongAudience;
      return { oid: String(claims.oid ?? claims.sub ?? '') };
    } catch {
      return refusals.badToken;
    }
  };
}
