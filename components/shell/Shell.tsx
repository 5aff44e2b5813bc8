'use client';

import { usePathname } from 'next/navigation';
import { type ReactNode, Suspense } from 'react';
import { Queries } from '../data/Queries';
import { HasRules } from '../rules/HasRules';
import { SignIn, type SignInSettings } from '../sign-in/SignIn';
import { Frame } from './Frame';

/** What every page stands in, but the one that receives the authority's answer, where no session may be. */
export function Shell({
  signIn,
  hasRules,
  children,
}: {
  signIn: SignInSettings | null;
  /** Whether there is a file of exclusion rules. */
  hasRules: boolean;
  children: ReactNode;
}) {
  const isBridge = usePathname() === '/auth' && signIn !== null;
  if (isBridge) return children;
  return (
    <SignIn settings={signIn}>
      <Queries>
        {/* The address is known in the browser alone; until then the bar stands empty. */}
        <Suspense fallback={<div className="header" />}>
          <HasRules value={hasRules}>
            <Frame>{children}</Frame>
          </HasRules>
        </Suspense>
      </Queries>
    </SignIn>
  );
}
