import 'server-only';
import type { SignInEnv } from '../env';
import { AppError } from '../errors';
import { grantsOf } from './grantsOf';
import { localReader, type Reader } from './reader';
import { verify } from './verify';

/**
 * Who sends this request, by the bearer token that comes with it. Throws `sign-in-needed`, `token-expired`,
 * `token-refused`, `no-access`, `scope-unknown` or `authority-unreachable`, none of which says anything of the data.
 */
export async function readerOf(request: Request, signIn: SignInEnv | null): Promise<Reader> {
  if (signIn === null) return localReader;
  const token = /^Bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  if (token === undefined) throw new AppError('sign-in-needed', 'Sign in to read this.');
  const claims = await verify(token, signIn);
  return {
    id: claims.oid,
    name: claims.name ?? claims.preferred_username ?? null,
    grants: await grantsOf(claims, signIn.scopesFile),
    token,
  };
}
