import 'server-only';
import { AuthError, ConfidentialClientApplication, InteractionRequiredAuthError } from '@azure/msal-node';
import { AppError } from '../errors';
import type { TokenSource } from '../source/logAnalytics/workspaceReader';
import { unlessAborted } from '../unlessAborted';

export interface OnBehalfOf {
  tenant: string;
  clientId: string;
  clientSecret: string;
  /** Origin of the authority. */
  authorityHost: string;
  /** What the token is for, such as `https://api.loganalytics.io`. */
  audience: string;
}

/** The product keeps this many tokens of its readers in memory before it forgets them all. */
const keptTokens = 1000;

/**
 * Trades a reader's token for this product for one that queries workspaces as that reader. The token source throws
 * `challenge` with the claims that the authority wants, `token-expired`, `no-access` or `authority-unreachable`.
 */
export function onBehalfOf(options: OnBehalfOf): (readersToken: string) => TokenSource {
  const { tenant, clientId, clientSecret, authorityHost, audience } = options;
  const app = new ConfidentialClientApplication({
    auth: {
      clientId,
      clientSecret,
      authority: `${authorityHost}/${tenant}`,
      knownAuthorities: [new URL(authorityHost).host],
    },
  });
  const scopes = [`${audience}/Data.Read`];
  let kept = 0;
  return (readersToken) => async (signal) => {
    signal.throwIfAborted();
    const asked = app.acquireTokenOnBehalfOf({ oboAssertion: readersToken, scopes }).catch(explain);
    // The client takes no signal, so that a question that was taken back only stops waiting.
    const found = await unlessAborted(asked, signal);
    if (found === null || found.expiresOn === null) return explain(new Error('the authority gave no token'));
    if (!found.fromCache && ++kept % keptTokens === 0) app.clearCache();
    return { token: found.accessToken, expiresOnTimestamp: found.expiresOn.getTime() };
  };
}

function explain(cause: unknown): never {
  if (cause instanceof InteractionRequiredAuthError && cause.claims)
    throw new AppError(
      'challenge',
      'Your organisation asks for more before you may query the workspaces. Sign in again to give it.',
      { cause, claims: cause.claims },
    );
  const message = cause instanceof AuthError ? cause.message : '';
  // AADSTS500133 and AADSTS50013: the reader's own token is no longer good enough to be traded.
  if (/AADSTS50013|assertion.*expired/i.test(message))
    throw new AppError('token-expired', 'Your sign-in has expired. Sign in again.', { cause });
  if (/AADSTS65001|consent_required/.test(message))
    throw new AppError(
      'no-access',
      'This product may not query Log Analytics for you yet. Have an administrator consent to the delegated permission Data.Read of the Log Analytics API for its app registration.',
      { cause },
    );
  if (/AADSTS7000215|AADSTS7000222|invalid_client/.test(message))
    throw new AppError(
      'environment-invalid',
      'The sign-in service refused this product’s own secret. Have AZURE_CLIENT_SECRET renewed.',
      { cause },
    );
  if (
    cause instanceof AuthError &&
    /invalid_grant|interaction_required|access_denied/.test(`${cause.errorCode} ${message}`)
  )
    throw new AppError(
      'no-access',
      'The sign-in service refused a token with which to query the workspaces as you. Sign in again; if it happens again, look for this id in the server’s log.',
      { cause },
    );
  throw new AppError(
    'authority-unreachable',
    'The sign-in service could not be reached to query the workspaces as you. Try again in a moment.',
    { cause },
  );
}
