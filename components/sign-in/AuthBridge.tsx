'use client';

import { broadcastResponseToMainFrame } from '@azure/msal-browser/redirect-bridge';
import { useEffect, useState } from 'react';
import { SigningIn } from './SigningIn';
import { StandingAlone } from './StandingAlone';

let received: Promise<void> | undefined;

/** Hands the authority's answer on to the page, frame or window that asked for it. */
export function AuthBridge() {
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    received ??= broadcastResponseToMainFrame();
    received.catch(() => setFailed(true));
  }, []);
  if (!failed) return <SigningIn />;
  return (
    <StandingAlone heading="No sign-in is under way here">
      <p className="text-ink-2">
        This address only receives answers of the sign-in service.{' '}
        <a className="link" href="/">
          Open the product
        </a>
      </p>
    </StandingAlone>
  );
}
