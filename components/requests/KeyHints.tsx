'use client';

import { useKeySheets, useKeysOn } from '../keys/Keys';

/** The keys of this page at a glance, and the way to all of them. */
export function KeyHints() {
  const [on] = useKeysOn();
  const { openSheet } = useKeySheets();
  return (
    <span className="flex items-center gap-2 text-ink-3 text-small max-md:hidden print:hidden">
      {on ? (
        <span>
          <kbd className="kbd">j</kbd> <kbd className="kbd">k</kbd> move · <kbd className="kbd">Enter</kbd>{' '}
          open · <kbd className="kbd">c</kbd> copy link
        </span>
      ) : null}
      <button type="button" className="link" onClick={openSheet}>
        {on ? (
          <>
            <kbd className="kbd">?</kbd> keys
          </>
        ) : (
          'Keys are off'
        )}
      </button>
    </span>
  );
}
