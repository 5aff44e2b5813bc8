import type { Metadata } from 'next';
import { type ReactNode, Suspense } from 'react';
import { Queries } from '@/components/data/Queries';
import { Frame } from '@/components/shell/Frame';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'Requests · Approvals', template: '%s · Approvals' },
  description: 'Microsoft Entra access-package requests: who asked, why, who approved, why, and how fast.',
  robots: { index: false, follow: false },
};

export default function Layout({ children }: { children: ReactNode }) {
  return (
    // The theme script writes to this element before the first paint, so before hydration.
    <html lang="en" suppressHydrationWarning>
      <head>
        <script src="/theme.js" />
      </head>
      <body>
        <Queries>
          {/* The address is known in the browser alone; until then the bar stands empty. */}
          <Suspense fallback={<div className="header" />}>
            <Frame>{children}</Frame>
          </Suspense>
        </Queries>
      </body>
    </html>
  );
}
