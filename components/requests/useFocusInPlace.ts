import { type RefObject, useEffect, useRef } from 'react';

interface Held {
  row: HTMLTableRowElement;
  place: number;
  /** The focus was one that shows, as after a key. */
  isShown: boolean;
}

/**
 * A focus that went with its row, when other rows came, goes to the row that is now in its place, or to `next` where
 * none is left and the focus showed. The page stays where it was scrolled to.
 */
export function useFocusInPlace(rows: readonly unknown[], next: RefObject<HTMLElement | null>): void {
  const held = useRef<Held>(null);
  useEffect(() => {
    const hold = ({ target }: FocusEvent) => {
      if (!(target instanceof Element)) return;
      const row = target.closest<HTMLTableRowElement>('.requests-table tbody tr');
      held.current = row && { row, place: row.sectionRowIndex, isShown: target.matches(':focus-visible') };
    };
    document.addEventListener('focusin', hold);
    return () => document.removeEventListener('focusin', hold);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows that come are what takes a focus away.
  useEffect(() => {
    if (held.current === null) return;
    const { row, place, isShown } = held.current;
    if (row.isConnected) held.current.place = row.sectionRowIndex;
    else if (document.activeElement === document.body) {
      const links = document.querySelectorAll<HTMLElement>('a.open-request');
      const link = links[Math.min(place, links.length - 1)];
      (link ?? (isShown ? next.current : null))?.focus({ preventScroll: true });
    }
  }, [rows, next]);
}
