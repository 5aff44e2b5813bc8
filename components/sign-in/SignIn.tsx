'use client';

import dynamic from 'next/dynamic';
import type { ReactNode } from 'react';
import { SigningIn } from './SigningIn';

/** What the browser needs of the app registration; nothing of it is secret. */
export interface SignInSettings {
  clientId: string;
  /** With the tenant, such as `https://login.microsoftonline.com/<tenant id>`. */
  authority: string;
  /** The scope of our own API, in full. */
  scope: string;
}

const EntraSignIn = dynamic(async () => (await import('./EntraSignIn')).EntraSignIn, {
  ssr: false,
  loading: () => <SigningIn />,
});

/** Shows the pages to readers who are signed in; to everybody while sign-in is off, which `settings` null says. */
export function SignIn({ settings, children }: { settings: SignInSettings | null; children: ReactNode }) {
  if (settings === null) return children;
  return <EntraSignIn settings={settings}>{children}</EntraSignIn>;
}
