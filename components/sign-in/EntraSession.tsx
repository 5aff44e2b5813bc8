'use client';

import type { AccountInfo } from '@azure/msal-browser';
import { useMsal } from '@azure/msal-react';
import { type ReactNode, useLayoutEffect, useMemo, useState } from 'react';
import { type Session, setSession } from '../data/authorizedFetch';
import { entraSession, type TurnedAway } from './entraSession';
import { failureWords } from './failureWords';
import { NoAccess } from './NoAccess';
import { ReaderContext, type SignedInReader } from './reader';
import { SessionBar } from './SessionBar';
import { noteSignOut } from './signedOut';

interface Props {
  account: AccountInfo;
  scope: string;
  /** Why the sign-in that leads back here failed, while the account from before is still there. */
  failure: string | null;
  children: ReactNode;
}

/** Everything that one reader sees. Another reader gets another one of these, and so none of its answers. */
export function EntraSession({ account, scope, failure, children }: Props) {
  const { instance } = useMsal();
  const [turnedAway, setTurnedAway] = useState<TurnedAway | null>(null);
  const [failed, setFailed] = useState(failure);
  const session = useMemo<Session>(
    () => entraSession(instance, account, scope, setTurnedAway),
    [instance, account, scope],
  );
  // The pages ask in effects, and all layout effects come before those.
  useLayoutEffect(() => {
    setSession(session);
    return () => setSession(null);
  }, [session]);

  const ended = turnedAway?.is === 'ended';
  const reader = useMemo<SignedInReader>(
    () => ({
      name: account.name ?? account.username,
      username: account.username,
      ended,
      signOut: () => {
        noteSignOut();
        instance.logoutRedirect({ account }).catch(() => window.location.reload());
      },
      switchAccount: () => {
        instance
          .loginRedirect({ scopes: [scope], prompt: 'select_account' })
          .catch((error: unknown) => setFailed(failureWords(error)));
      },
    }),
    [instance, account, scope, ended],
  );
  const signInAgain = () => {
    const claims = turnedAway?.claims;
    instance
      .acquireTokenRedirect({ scopes: [scope], account, ...(claims && { claims }) })
      .catch((error: unknown) => setFailed(failureWords(error)));
  };
  const checkAgain = () => {
    session.token({ renewed: true }).then(
      () => setTurnedAway(null),
      (error: Error) => setFailed(error.message),
    );
  };
  const why = failed ?? (ended ? turnedAway.why : null);
  return (
    <ReaderContext value={reader}>
      {turnedAway?.is === 'no-access' ? <NoAccess why={turnedAway.why} checkAgain={checkAgain} /> : children}
      {why === null ? null : (
        <SessionBar why={why} signIn={signInAgain} dismiss={ended ? null : () => setFailed(null)} />
      )}
    </ReaderContext>
  );
}
