import { type RefObject, useEffect, useRef } from 'react';

interface Held {
  row: HTMLTableRowElement;
  place: number;
}

/**
 * A focus that went with its row, when other rows came, goes to the row that is now in its place, or to `next` where
 * none is left.
 */
export function useFocusInPlace(rows: readonly unknown[], next: RefObject<HTMLElement | null>): void {
  const held = useRef<Held>(null);
  useEffect(() => {
    const hold = ({ target }: FocusEvent) => {
      const row =
        target instanceof Element ? target.closest<HTMLTableRowElement>('.requests-table tbody tr') : null;
      held.current = row && { row, place: row.sectionRowIndex };
    };
    const release = () => {
      held.current = null;
    };
    document.addEventListener('focusin', hold);
    document.addEventListener('pointerdown', release);
    return () => {
      document.removeEventListener('focusin', hold);
      document.removeEventListener('pointerdown', release);
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows that come are what takes a focus away.
  useEffect(() => {
    if (held.current === null) return;
    const { row, place } = held.current;
    if (row.isConnected) held.current = { row, place: row.sectionRowIndex };
    else if (document.activeElement === document.body) {
      const links = document.querySelectorAll<HTMLElement>('a.open-request');
      (links[Math.min(place, links.length - 1)] ?? next.current)?.focus();
    }
  }, [rows, next]);
}
