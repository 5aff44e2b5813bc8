'use client';

import type { RefObject } from 'react';
import { receiptUrl } from '../data/urls';
import { useAnswer } from '../data/useAnswer';
import { byKeyboard } from '../ui/byKeyboard';
import { GrownWays } from './GrownWays';
import { receiptWords } from './receiptWords';
import { useView } from './useView';
import { useZone } from './Zone';

/** Says of a copied link whether it still shows the rows that it showed then; `next` takes the focus once it is gone. */
export function Receipt({ next }: { next: RefObject<HTMLElement | null> }) {
  const { view, filter, show } = useView();
  const zone = useZone();
  const { asof, digest } = view;
  const whole = asof !== null && digest !== null;
  const { answer, error, stale, retry } = useAnswer(
    '/api/receipt',
    whole ? receiptUrl({ ...view, filter }, view) : null,
  );
  if (asof === null && digest === null) return null;
  const since = stale ? null : answer?.data.since;
  const words = !whole
    ? 'The receipt of this link is not whole, so that nothing can be said of the rows it showed.'
    : error
      ? `Whether these are the rows that the link showed could not be checked: ${error.message}`
      : since
        ? receiptWords(since, zone)
        : 'Comparing with the rows that the link showed…';
  return (
    <section
      aria-label="Receipt of the link"
      className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-ink-2 text-small"
    >
      <p role="status" className={`min-w-0 ${since && since.state !== 'same' ? 'font-medium text-ink' : ''}`}>
        {words}
      </p>
      <span className="flex gap-4 print:hidden">
        {since?.toldBy ? <GrownWays of={since.toldBy} asof={since.asof} next={next} /> : null}
        {error ? (
          <button type="button" className="link min-h-6" onClick={retry}>
            Check again
          </button>
        ) : null}
        <button
          type="button"
          className="link min-h-6"
          onClick={(event) => {
            show((present) => ({ ...present, asof: null, digest: null }), { replace: true });
            if (byKeyboard(event)) next.current?.focus();
          }}
        >
          Dismiss
        </button>
      </span>
    </section>
  );
}
