'use client';

import { type RefObject, useEffect } from 'react';
import { useStored } from '../ui/useStored';
import { useView } from '../view/useView';
import { openRequest } from './openRequest';
import type { RequestsTableModel } from './useRequestsTable';

/** Whether single-letter keys are on, and the switch for it. */
export function useKeysOn(): [on: boolean, set: (on: boolean) => void] {
  const [stored, store] = useStored('keys');
  return [stored !== 'off', (on) => store(on ? null : 'off')];
}

/** Keys of the requests page: `/` to the filter, `j` and `k` along the rows, `c` copies the link, Esc closes. */
export function useKeys(
  table: RequestsTableModel,
  input: RefObject<HTMLInputElement | null>,
  close: () => void,
) {
  const [on] = useKeysOn();
  const { view, show } = useView();
  useEffect(() => {
    const move = (step: 1 | -1) => {
      const links = [...document.querySelectorAll<HTMLAnchorElement>('a.open-request')];
      const current = links.findIndex(
        (link) => link === document.activeElement || link.ariaCurrent === 'true',
      );
      const place = current < 0 ? 0 : Math.min(Math.max(current + step, 0), links.length - 1);
      links[place]?.focus();
      const row = table.getRowModel().rows[place];
      if (view.open === null || row === undefined) return;
      const open = openRequest(row.original, table.options.meta?.severalTenants ?? false);
      show((present) => ({ ...present, open }), { replace: true });
    };
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isElsewhere(event.target)) return;
      if (event.key === 'Escape' && view.open !== null) return close();
      if (!on) return;
      if (event.key === 'j') move(1);
      else if (event.key === 'k') move(-1);
      else if (event.key === 'c') document.getElementById('copy-link')?.click();
      else if (event.key === '/') {
        event.preventDefault();
        input.current?.focus();
      }
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [on, table, input, close, view, show]);
}

/** Typing, and whatever opens over the page, keep their keys to themselves. */
function isElsewhere(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input, textarea, select, [role=dialog], [role=menu]') !== null
  );
}
