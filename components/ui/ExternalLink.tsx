import { ExternalLink as Leaves } from 'lucide-react';
import type { ReactNode } from 'react';

/** A link to another site, which opens beside this page and is not told where the reader came from. */
export function ExternalLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a className="link inline-flex items-center gap-1" href={href} target="_blank" rel="noreferrer">
      {children} <Leaves size={12} aria-hidden />
      <span className="sr-only">(opens in a new tab)</span>
    </a>
  );
}
