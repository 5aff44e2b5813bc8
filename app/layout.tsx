import type { Metadata } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { Shell } from '@/components/shell/Shell';
import { readEnv } from '@/lib/env';
import { signInSettings } from '@/lib/signIn';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'Requests · Approvals', template: '%s · Approvals' },
  description: 'Microsoft Entra access-package requests: who asked, why, who approved, why, and how fast.',
  robots: { index: false, follow: false },
};

/** Made anew for each request, since its scripts carry a nonce and its settings are the environment's. */
export default async function Layout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return (
    // The theme script writes to this element before the first paint, so before hydration.
    <html lang="en" suppressHydrationWarning>
      <head>
        {/* Browsers hide the nonce from scripts, hydration among them; react-aria reads it for its own style. */}
        <meta property="csp-nonce" nonce={nonce} suppressHydrationWarning />
        <script src="/theme.js" nonce={nonce} suppressHydrationWarning />
      </head>
      <body>
        <Shell signIn={signInSettings()} hasRules={readEnv(process.env).exclusionRulesFile !== null}>
          {children}
        </Shell>
      </body>
    </html>
  );
}
