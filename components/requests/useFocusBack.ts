import { useEffect, useRef } from 'react';

/** Once no request is open any more, gives a focus that went with it back to the row that it was opened from. */
export function useFocusBack(isOpen: boolean): void {
  const row = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isOpen) row.current = document.querySelector<HTMLElement>('a.open-request[aria-current]');
    else if (document.activeElement === document.body) row.current?.focus();
  }, [isOpen]);
}
