'use client';

import { useSyncExternalStore } from 'react';

/** A choice of this reader that no link carries (theme, keys on or off), kept in this browser; null until made. */
export function useStored(key: string): [value: string | null, set: (value: string | null) => void] {
  const value = useSyncExternalStore(
    subscribe,
    () => read(key),
    () => null,
  );
  return [value, (chosen) => write(key, chosen)];
}

/** Browsers may forbid storage; the choice then cannot be kept and stays unmade. */
function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string | null) {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    return;
  }
  document.dispatchEvent(new Event('stored'));
}

function subscribe(changed: () => void) {
  document.addEventListener('stored', changed);
  addEventListener('storage', changed);
  return () => {
    document.removeEventListener('stored', changed);
    removeEventListener('storage', changed);
  };
}
