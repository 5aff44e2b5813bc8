import 'server-only';
import { createRemoteJWKSet, customFetch, errors, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import type { SignInEnv } from '../env';
import { AppError } from '../errors';

/** Who signs the readers' tokens: the exact issuer, and the keys by key id. */
export interface Authority {
  issuer: string;
  /** Throws a jose error for a key that is not there, else `authority-unreachable`. */
  keys: JWTVerifyGetKey;
}

const timeoutMs = 5_000;
/** After a failure an address is left alone for this long, however many tokens come. */
const restMs = 5_000;
/** An unknown key id asks for the keys anew, at most this often. */
const cooldownMs = 30_000;
/** Keys are asked for anew after this long in any case, so that one that was withdrawn is dropped. */
const keepMs = 60 * 60_000;

const discovery = z.object({
  issuer: z.url({ protocol: /^https$/ }),
  jwks_uri: z.url({ protocol: /^https$/ }),
});

const known = new WeakMap<SignInEnv, Promise<Authority>>();
const resting = new Map<string, { until: number; cause: unknown }>();

/** The authority as its discovery document describes it, asked once. Throws `authority-unreachable`. */
export function authorityOf(signIn: SignInEnv): Promise<Authority> {
  const found = known.get(signIn);
  if (found) return found;
  const asked = discover(signIn);
  known.set(signIn, asked);
  asked.catch(() => known.delete(signIn));
  return asked;
}

async function discover({ authorityHost, tenant }: SignInEnv): Promise<Authority> {
  const url = `${authorityHost}/${tenant}/v2.0/.well-known/openid-configuration`;
  const response = await fetchDocument(url, {
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  }).catch(refuse);
  const { issuer, jwks_uri } = await response.json().then(discovery.parse).catch(refuse);
  // A national cloud's issuer can have another host than the one that is asked; the tenant is always in its path.
  if (new URL(issuer).pathname !== `/${tenant}/v2.0`) refuse(new Error(`${url} names the issuer ${issuer}`));
  const remote = createRemoteJWKSet(new URL(jwks_uri), {
    timeoutDuration: timeoutMs,
    cooldownDuration: cooldownMs,
    cacheMaxAge: keepMs,
    [customFetch]: fetchDocument,
  });
  return { issuer, keys: (header, token) => remote(header, token).catch(refuseUnlessKeyIsMissing) };
}

async function fetchDocument(url: string, options: RequestInit): Promise<Response> {
  const rest = resting.get(url);
  if (rest && Date.now() < rest.until) throw rest.cause;
  try {
    const response = await fetch(url, { ...options, cache: 'no-store' });
    if (response.status !== 200) throw new Error(`${url} answered ${response.status}`);
    resting.delete(url);
    return response;
  } catch (cause) {
    resting.set(url, { until: Date.now() + restMs, cause });
    throw cause;
  }
}

function refuseUnlessKeyIsMissing(error: unknown): never {
  if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys)
    throw error;
  return refuse(error);
}

function refuse(cause: unknown): never {
  throw new AppError(
    'authority-unreachable',
    'The sign-in service could not be reached to check who you are. Try again in a moment.',
    { cause },
  );
}
