'use client';

import { usePathname } from 'next/navigation';
import { type ReactNode, Suspense } from 'react';
import { Queries } from '../data/Queries';
import { SignIn, type SignInSettings } from '../sign-in/SignIn';
import { Frame } from './Frame';

/** What every page stands in, but the one that receives the authority's answer, where no session may be. */
export function Shell({ signIn, children }: { signIn: SignInSettings | null; children: ReactNode }) {
  const isBridge = usePathname() === '/auth' && signIn !== null;
  if (isBridge) return children;
  return (
    <SignIn settings={signIn}>
      <Queries>
        {/* The address is known in the browser alone; until then the bar stands empty. */}
        <Suspense fallback={<div className="header" />}>
          <Frame>{children}</Frame>
        </Suspense>
      </Queries>
    </SignIn>
  );
}
