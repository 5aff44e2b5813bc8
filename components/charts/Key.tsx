import type { ReactNode } from 'react';

const shapes = {
  usual: <path className="mark-usual" d="M6 6h0" />,
  look: <path className="mark-look" d="M6 1.5l4 7h-8z" />,
  lane: <path className="mark-lane" d="M6 2v8" />,
  baseline: <path className="baseline" d="M1 6h10" />,
  hatched: (
    <>
      <path className="mark-look" d="M1 1h10v10h-10z" />
      <path className="key-hatch" d="M1 8l7-7M4 11l7-7" />
    </>
  ),
  fast: <path className="fast-line" d="M6 1v10" />,
  median: <path className="key-median" d="M1 6h10" />,
  p90: <path className="key-p90" d="M1 6h10" />,
  volume: <path className="key-volume" d="M3 2h6v8h-6z" />,
} as const;

/** One entry of a legend: the mark itself, and what it stands for. */
export function Key({ kind, children }: { kind: keyof typeof shapes; children: ReactNode }) {
  return (
    <span className="key">
      <svg width="12" height="12" aria-hidden="true">
        {shapes[kind]}
      </svg>
      {children}
    </span>
  );
}
