import {
  type AccountInfo,
  BrowserCacheLocation,
  createStandardPublicClientApplication,
  type IPublicClientApplication,
} from '@azure/msal-browser';
import { failureWords } from './failureWords';
import type { SignInSettings } from './SignIn';
import { forgetSignOut, hasSignedOut } from './signedOut';

/** `failure` says why the sign-in that leads back to this page did not succeed; null when none failed. */
export type Started =
  | { instance: IPublicClientApplication; failure: string | null }
  /** This browser cannot sign in at all. */
  | { instance: null; failure: string };

let started: Promise<Started> | undefined;

/**
 * Opens MSAL, once for a page, and takes up the answer of a sign-in that leads back here. Where nobody is signed
 * in it goes to the authority by itself, unless the reader has just signed out, failed, or come back from there.
 */
export function startMsal(settings: SignInSettings): Promise<Started> {
  started ??= start(settings);
  return started;
}

async function start({ clientId, authority, scope }: SignInSettings): Promise<Started> {
  let instance: IPublicClientApplication | null = null;
  try {
    const bridge = `${window.location.origin}/auth`;
    instance = await createStandardPublicClientApplication({
      auth: {
        clientId,
        authority,
        knownAuthorities: [new URL(authority).host],
        redirectUri: bridge,
        postLogoutRedirectUri: bridge,
      },
      cache: { cacheLocation: BrowserCacheLocation.SessionStorage },
    });
    const result = await instance.handleRedirectPromise();
    if (result !== null) await keepOnly(result.account, instance);
    else if (instance.getAllAccounts().length === 0 && !hasSignedOut() && !hasComeBack())
      await instance.loginRedirect({ scopes: [scope] });
    return { instance, failure: null };
  } catch (error) {
    return { instance, failure: failureWords(error) };
  }
}

/** Whoever was signed in before in this tab is forgotten. */
async function keepOnly(account: AccountInfo, instance: IPublicClientApplication): Promise<void> {
  for (const other of instance.getAllAccounts())
    if (other.homeAccountId !== account.homeAccountId) await instance.clearCache({ account: other });
  instance.setActiveAccount(account);
  forgetSignOut();
}

/** By the browser's back or forward button, which must not lead to the authority again at once. */
function hasComeBack(): boolean {
  const [navigation] = performance.getEntriesByType('navigation');
  return navigation instanceof PerformanceNavigationTiming && navigation.type === 'back_forward';
}
