'use client';

import type { RefObject } from 'react';
import type { AccessRequest } from '@/lib/request';
import { useKey } from '../keys/Keys';
import { useView } from '../view/useView';
import { openRequest } from './openRequest';

/** Keys of a table of requests: `/` to the search, `j` and `k` along the rows, Esc closes the open one. */
export function useKeys(
  rows: readonly AccessRequest[],
  severalTenants: boolean,
  input: RefObject<HTMLInputElement | null>,
  close: () => void,
) {
  const { view, show } = useView();
  const move = (step: 1 | -1) => {
    const links = [...document.querySelectorAll<HTMLAnchorElement>('a.open-request')];
    const current = links.findIndex((link) => link === document.activeElement || link.ariaCurrent === 'true');
    const place = current < 0 ? 0 : Math.min(Math.max(current + step, 0), links.length - 1);
    links[place]?.focus();
    const row = rows[place];
    if (view.open === null || row === undefined) return;
    const open = openRequest(row, severalTenants);
    show((present) => ({ ...present, open }), { replace: true });
  };
  useKey('next', () => move(1));
  useKey('previous', () => move(-1));
  useKey('search', () => input.current?.focus());
  useKey('Escape', view.open === null ? null : close);
}
