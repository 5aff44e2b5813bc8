import type { ReactNode } from 'react';

const tones = {
  plain: 'bg-sunken text-ink-2',
  auto: 'bg-auto-bg text-auto',
  medium: 'bg-medium-bg text-medium',
} as const;

/** A word in a tinted box; the word alone carries the meaning. */
export function Tag({ tone, children }: { tone: keyof typeof tones; children: ReactNode }) {
  return <span className={`tag first-letter:uppercase ${tones[tone]}`}>{children}</span>;
}
