import { useEffect, useRef } from 'react';

/**
 * Once no request is open any more, gives a focus that went with it back to the row that it was opened from, or to the
 * first one where the page has no such row. The page is scrolled there only for a focus that shows, as after a key.
 */
export function useFocusBack(isOpen: boolean): void {
  const row = useRef<HTMLElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (isOpen) row.current = document.querySelector<HTMLElement>('a.open-request[aria-current]');
    else if (wasOpen.current && document.activeElement === document.body) {
      const first = document.querySelector<HTMLElement>('a.open-request');
      const back = row.current?.isConnected ? row.current : first;
      back?.focus({ preventScroll: true });
      if (back?.matches(':focus-visible')) back.scrollIntoView({ block: 'nearest' });
    }
    wasOpen.current = isOpen;
  }, [isOpen]);
}
