import type { ReactNode } from 'react';
import type { Kql } from '@/lib/answers';
import { CopyButton } from '../ui/CopyButton';
import { ExternalLink } from '../ui/ExternalLink';

/** One query: its text to read and copy, and a link to Logs for each workspace that has one. */
export function KqlBox({ title, query, children }: { title: string; query: Kql; children: ReactNode }) {
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="section-title">{title}</h3>
        <CopyButton text={() => query.kql}>Copy KQL</CopyButton>
      </div>
      <p className="text-ink-2 text-small">{children}</p>
      <section
        aria-label={`${title}, as KQL`}
        className="max-h-48 overflow-y-auto rounded-control bg-sunken p-2"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
      >
        <pre className="font-mono text-small leading-5 break-all whitespace-pre-wrap">{query.kql}</pre>
      </section>
      {query.links.map(({ workspace, href }) => (
        <p key={href}>
          <ExternalLink href={href}>Open in Logs: {workspace}</ExternalLink>
        </p>
      ))}
    </div>
  );
}
