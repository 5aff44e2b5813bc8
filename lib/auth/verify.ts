import 'server-only';
import { errors, jwtVerify } from 'jose';
import { z } from 'zod';
import type { SignInEnv } from '../env';
import { AppError } from '../errors';
import { authorityOf } from './authority';
import { delegatedScope } from './permissions';

const claims = z.object({
  oid: z.guid().toLowerCase(),
  tid: z.guid().toLowerCase(),
  name: z.string().optional(),
  preferred_username: z.string().optional(),
  scp: z.string().default(''),
  roles: z.array(z.string()).default([]),
  groups: z.array(z.string().toLowerCase()).default([]),
  /** Set instead of `groups` when the reader is in more groups than a token holds. */
  hasgroups: z.unknown().optional(),
  _claim_names: z.looseObject({ groups: z.unknown().optional() }).optional(),
});

/** What a good token says of its reader (Microsoft identity platform access tokens, version 2.0). */
export type Claims = z.infer<typeof claims>;

/** Clocks may differ by this many seconds. */
const clockTolerance = 60;

/**
 * The claims of a token that our tenant's authority gave a person for this product's own scope.
 * Throws `token-expired`, `token-refused` or `authority-unreachable`.
 */
export async function verify(token: string, signIn: SignInEnv): Promise<Claims> {
  const { issuer, keys } = await authorityOf(signIn);
  const audience = [signIn.clientId, `api://${signIn.clientId}`];
  const { payload } = await jwtVerify(token, keys, {
    issuer,
    audience,
    algorithms: ['RS256'],
    clockTolerance,
    requiredClaims: ['exp'],
  }).catch((error: unknown) => refuseToken(error, audience));
  const read = claims.safeParse(payload);
  if (!read.success) return refuse(again, z.prettifyError(read.error));
  if (read.data.tid !== signIn.tenant) return refuse(again, `unexpected "tid" claim value ${read.data.tid}`);
  if (!read.data.scp.split(' ').includes(delegatedScope))
    return refuse(
      `The token lacks the scope api://${signIn.clientId}/${delegatedScope}. Sign in as a person and ask for that one; tokens of applications are not taken.`,
    );
  return read.data;
}

const again =
  'Your sign-in was refused. Sign in again; if it happens again, look for this id in the server’s log.';
const olderVersion =
  'The app registration gives tokens of version 1. Set api.requestedAccessTokenVersion to 2 in its manifest, then sign in again.';
const notYet =
  'Your sign-in is not valid yet, so two clocks differ. Have the clock of the server checked, then sign in again.';

function refuseToken(error: unknown, audience: string[]): never {
  if (error instanceof AppError) throw error;
  if (error instanceof errors.JWTExpired)
    throw new AppError('token-expired', 'Your sign-in has expired. Sign in again.');
  if (!(error instanceof errors.JWTClaimValidationFailed)) return refuse(again, String(error));
  const { claim, payload, message } = error;
  const isOurs = [payload.aud].flat().some((one) => one !== undefined && audience.includes(one));
  const sentence =
    claim === 'iss' && payload.ver === '1.0' && isOurs ? olderVersion : claim === 'nbf' ? notYet : again;
  return refuse(sentence, `${message}: ${JSON.stringify(payload[claim])}`);
}

/** The reason is for the log; it never holds the token. */
function refuse(sentence: string, reason = sentence): never {
  throw new AppError('token-refused', sentence, { cause: new Error(reason) });
}
