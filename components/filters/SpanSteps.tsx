'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { Span } from '@/lib/filter/filter';
import { compareInstants } from '@/lib/filter/instant';
import { shiftSpan } from '@/lib/filter/shiftSpan';
import { useKey } from '../keys/Keys';
import { useZone } from '../view/Zone';

/** The ways to the windows of the same length right before and after a span; none begins in the future. */
export function SpanSteps({ span, step }: { span: Span; step: (by: 1 | -1) => void }) {
  const { now } = useZone();
  const way = (by: 1 | -1) => (canStep(span, now, by) ? () => step(by) : null);
  const [previous, next] = [way(-1), way(1)];
  useKey('previousSpan', previous);
  useKey('nextSpan', next);
  return (
    <>
      <Step words="Previous window of time" go={previous}>
        <ChevronLeft size={16} aria-hidden />
      </Step>
      <Step words="Next window of time" go={next}>
        <ChevronRight size={16} aria-hidden />
      </Step>
    </>
  );
}

/** Stays focusable where there is no way to go, so that the focus is not lost on the last step. */
function Step({
  words,
  go,
  children,
}: {
  words: string;
  go: (() => void) | null;
  children: React.ReactNode;
}) {
  return (
    <button
      type="button"
      className="icon-button min-h-9 shrink-0 aria-disabled:opacity-40"
      aria-label={words}
      title={words}
      aria-disabled={go === null}
      onClick={() => go?.()}
    >
      {children}
    </button>
  );
}

function canStep(span: Span, now: string, by: 1 | -1): boolean {
  const next = shiftSpan(span, now, by);
  if (next?.kind !== 'absolute' || next.from === null) return false;
  return by === -1 || compareInstants(next.from, now) < 0;
}
