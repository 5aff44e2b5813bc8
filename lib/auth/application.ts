import 'server-only';
import { CredentialUnavailableError, DefaultAzureCredential } from '@azure/identity';
import type { SignInEnv } from '../env';
import { AppError } from '../errors';
import type { TokenSource } from '../source/logAnalytics/workspaceReader';

/** Authorities that `@azure/identity` knows; any other has nowhere to look them up. */
const clouds = [
  'https://login.microsoftonline.com',
  'https://login.microsoftonline.us',
  'https://login.chinacloudapi.cn',
];

/**
 * Tokens with which the product queries workspaces as itself: by client secret, workload identity or managed
 * identity, whichever the environment names first (`DefaultAzureCredential`). Throws `no-access` or `authority-unreachable`.
 */
export function applicationToken({ authorityHost, clientId }: SignInEnv, audience: string): TokenSource {
  const options = {
    authorityHost,
    disableInstanceDiscovery: !clouds.includes(authorityHost),
    workloadIdentityClientId: clientId,
    // Empty is the machine's own identity; left out, the app registration would be taken for a managed identity.
    managedIdentityClientId: '',
  };
  const credential = new DefaultAzureCredential(options);
  return async (abortSignal) => {
    const token = await credential
      .getToken(`${audience}/.default`, { abortSignal })
      .catch((cause: unknown) => {
        if (abortSignal.aborted) throw cause;
        if (cause instanceof CredentialUnavailableError || isRefusal(cause))
          throw new AppError(
            'no-access',
            'The product has no identity of its own to query the workspaces with. Give it a managed identity, or set AZURE_CLIENT_ID and AZURE_CLIENT_SECRET of its app registration; the server’s log says what was tried.',
            { cause },
          );
        throw new AppError(
          'authority-unreachable',
          'The sign-in service could not be reached for the product’s own token. It is tried again.',
          { cause },
        );
      });
    return { token: token.token, expiresOnTimestamp: token.expiresOnTimestamp };
  };
}

/** The credential's errors carry the authority's own, by name. */
function isRefusal(cause: unknown): boolean {
  return (
    cause instanceof Error &&
    /^(AggregateAuthenticationError|AuthenticationError|AuthenticationRequiredError)$/.test(cause.name)
  );
}
