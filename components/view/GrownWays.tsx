'use client';

import type { MouseEvent, RefObject } from 'react';
import { setArrived, withFilter } from '@/lib/filter/edit';
import type { ArrivalRange } from '@/lib/filter/filter';
import { byKeyboard } from '../ui/byKeyboard';
import { type Change, useView } from './useView';

/**
 * The ways on from a link that has grown: what came after it alone, or what it showed, which is then compared again.
 * None where the arrival of records is bounded already, since a second bound cannot stand beside the first.
 */
export function GrownWays({
  of,
  asof,
  next,
}: {
  of: ArrivalRange['of'];
  asof: string;
  /** Takes the focus, since these ways are gone once one is taken. */
  next: RefObject<HTMLElement | null>;
}) {
  const { view, show } = useView();
  const { after, by } = view.filter.arrived;
  if (after !== null || by !== null) return null;
  const way = (change: Change) => (event: MouseEvent) => {
    show(change);
    if (byKeyboard(event)) next.current?.focus();
  };
  const newOnes: Change = (present) =>
    withFilter(present, setArrived(present.filter, { of, after: asof, by: null }));
  const asShared: Change = (present) => ({
    ...withFilter(present, setArrived(present.filter, { of, after: null, by: asof })),
    asof: present.asof,
    digest: present.digest,
    thresholds: present.thresholds,
  });
  return (
    <>
      <button type="button" className="link min-h-6" onClick={way(newOnes)}>
        Show only the new
      </button>
      <button type="button" className="link min-h-6" onClick={way(asShared)}>
        Keep as shared
      </button>
    </>
  );
}
