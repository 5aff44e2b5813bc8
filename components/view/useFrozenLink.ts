'use client';

import { usePathname } from 'next/navigation';
import { useRef } from 'react';
import { freeze } from '@/lib/filter/edit';
import { withPin } from '@/lib/filter/pin';
import { fetchAnswer } from '../data/fetchAnswer';
import { receiptUrl } from '../data/urls';
import { useView } from './useView';

/** A lasting address of a view. `receipt` is false where it does not say which rows it showed. */
export interface FrozenLink {
  address: string;
  receipt: boolean;
}

interface Making {
  of: string;
  since: number;
  made: FrozenLink | null;
  making: Promise<FrozenLink>;
}

/** A link that was made ahead is good for so long. */
const freshMs = 20_000;

/**
 * Makes the lasting link of the present view: every span with fixed ends, a receipt of the rows that it shows, and the
 * version of the numbers that the checks go by.
 * Made ahead, while the pointer is on its way, it is there at once when it is wanted.
 */
export function useFrozenLink(): () => Pick<Making, 'made' | 'making'> {
  const { view, pinned, hrefOf } = useView();
  const pathname = usePathname();
  const hasRows = pathname === '/' || pinned !== null;
  const hasChecks = hasRows || pathname === '/packages' || pathname === '/people';
  const last = useRef<Making>(null);
  return () => {
    const of = new URL(hrefOf(view), window.location.href).href;
    const since = Date.now();
    if (last.current?.of === of && since - last.current.since < freshMs) return last.current;
    const frozen = {
      ...view,
      filter: freeze(view.filter, new Date(since).toISOString()),
      asof: null,
      digest: null,
      thresholds: null,
    };
    const link = (more: Partial<typeof view>, receipt: boolean): FrozenLink => ({
      address: new URL(hrefOf({ ...frozen, ...more }), of).href,
      receipt,
    });
    const asked = async () => {
      if (!hasChecks) return link({}, true);
      const signal = AbortSignal.timeout(10_000);
      if (!hasRows) {
        const { meta } = await fetchAnswer<'/api/coverage'>('/api/coverage', signal);
        return link({ thresholds: meta.thresholds }, true);
      }
      const url = receiptUrl({ ...view, filter: withPin(frozen.filter, pinned) });
      const { data, meta } = await fetchAnswer<'/api/receipt'>(url, signal);
      const { thresholds } = meta;
      const { rows, digest: hash, asof } = data.now;
      return asof === null
        ? link({ thresholds }, true)
        : link({ asof, digest: { rows, hash }, thresholds }, true);
    };
    const making: Making = {
      of,
      since,
      made: null,
      making: asked()
        .catch(() => {
          if (last.current === making) last.current = null;
          return link({}, false);
        })
        .then((made) => {
          making.made = made;
          return made;
        }),
    };
    last.current = making;
    return making;
  };
}
