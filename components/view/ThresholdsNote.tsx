'use client';

import type { RefObject } from 'react';
import { useAnswer } from '../data/useAnswer';
import { byKeyboard } from '../ui/byKeyboard';
import { thresholdsWords } from './thresholdsWords';
import { useView } from './useView';

/** Says of a link whether the checks went by other numbers when it was copied; `next` takes the focus once that is dismissed. */
export function ThresholdsNote({ next }: { next: RefObject<HTMLElement | null> }) {
  const { view, show } = useView();
  const { answer } = useAnswer('/api/coverage', '/api/coverage');
  const words = answer === undefined ? null : thresholdsWords(view.thresholds, answer.meta.thresholds);
  if (words === null) return null;
  return (
    <p role="status" className="mt-2 font-medium text-small">
      {words}{' '}
      <button
        type="button"
        className="link min-h-6 font-normal print:hidden"
        onClick={(event) => {
          show((present) => ({ ...present, thresholds: null }), { replace: true });
          if (byKeyboard(event)) next.current?.focus();
        }}
      >
        Dismiss
      </button>
    </p>
  );
}
