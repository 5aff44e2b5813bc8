'use client';

import { InteractionStatus } from '@azure/msal-browser';
import { MsalProvider, useMsal } from '@azure/msal-react';
import { type ReactNode, useEffect, useState } from 'react';
import { EntraSession } from './EntraSession';
import { failureWords } from './failureWords';
import { SignedOut } from './SignedOut';
import type { SignInSettings } from './SignIn';
import { SigningIn } from './SigningIn';
import { hasSignedOut } from './signedOut';
import { type Started, startMsal } from './startMsal';

interface Props {
  settings: SignInSettings;
  children: ReactNode;
}

/** Signs readers in with Microsoft Entra; the pages stand inside once somebody is. */
export function EntraSignIn({ settings, children }: Props) {
  const [started, setStarted] = useState<Started | null>(null);
  useEffect(() => {
    void startMsal(settings).then(setStarted);
  }, [settings]);
  if (started === null) return <SigningIn />;
  const { instance, failure } = started;
  if (instance === null) return <SignedOut why={failure} signIn={null} />;
  return (
    <MsalProvider instance={instance}>
      <Gate scope={settings.scope} failure={failure}>
        {children}
      </Gate>
    </MsalProvider>
  );
}

function Gate({ scope, failure, children }: { scope: string; failure: string | null; children: ReactNode }) {
  const { instance, accounts, inProgress } = useMsal();
  const [failed, setFailed] = useState(failure);
  const [account] = accounts;
  if (account !== undefined)
    return (
      <EntraSession key={account.homeAccountId} account={account} scope={scope} failure={failure}>
        {children}
      </EntraSession>
    );
  if (inProgress !== InteractionStatus.None)
    return <SigningIn out={inProgress === InteractionStatus.Logout} />;
  const signIn = () => {
    instance.loginRedirect({ scopes: [scope] }).catch((error: unknown) => setFailed(failureWords(error)));
  };
  return <SignedOut why={failed ?? (hasSignedOut() ? 'You are signed out.' : null)} signIn={signIn} />;
}
