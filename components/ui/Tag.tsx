import type { ReactNode } from 'react';
import type { Strength } from '@/lib/request';

const tones = {
  plain: 'bg-sunken text-ink-2',
  auto: 'bg-auto-bg text-auto',
  low: 'bg-sunken text-ink-2',
  medium: 'bg-medium-bg text-medium',
  strong: 'bg-strong-bg text-strong',
} as const;

/** A word in a tinted box; the word alone carries the meaning. */
export function Tag({ tone, children }: { tone: keyof typeof tones; children: ReactNode }) {
  return <span className={`tag first-letter:uppercase ${tones[tone]}`}>{children}</span>;
}

const shapes: Readonly<Record<Strength, string | null>> = {
  strong: 'M5 1l4.5 8h-9z',
  medium: 'M5 0.5l4.5 4.5l-4.5 4.5l-4.5-4.5z',
  low: null,
};

/** How strong a check is, for those who cannot tell its colour: a triangle, a diamond, or nothing for a low one. */
export function StrengthShape({ strength }: { strength: Strength }) {
  const path = shapes[strength];
  if (path === null) return null;
  return (
    <svg width="10" height="10" aria-hidden="true" className="strength-shape">
      <path d={path} />
    </svg>
  );
}
