'use client';

import { useKeysOn } from './useKeys';

/** The keys of this page, and the switch for those that are single letters. */
export function KeyHints() {
  const [on, set] = useKeysOn();
  return (
    <span className="flex items-center gap-2 text-ink-3 text-small max-md:hidden print:hidden">
      {on ? (
        <span>
          <kbd className="kbd">j</kbd> <kbd className="kbd">k</kbd> move · <kbd className="kbd">Enter</kbd>{' '}
          open · <kbd className="kbd">/</kbd> filter · <kbd className="kbd">c</kbd> copy link
        </span>
      ) : null}
      <button type="button" className="link" onClick={() => set(!on)}>
        {on ? 'Turn keys off' : 'Turn keys on'}
      </button>
    </span>
  );
}
