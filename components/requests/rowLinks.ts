'use client';

import { useMemo } from 'react';
import { settings, type View } from '@/lib/filter/view';
import type { AccessRequest } from '@/lib/request';
import { useView, useWays } from '../view/useView';
import { isOpen, openRequest } from './openRequest';

/** The ways from the rows of a table to the requests in them. */
export interface RowLinks {
  /** The same for two sets of links that lead to the same addresses. */
  pattern: string;
  addressOf: (request: AccessRequest) => string;
  isOpen: (request: AccessRequest) => boolean;
  open: (request: AccessRequest) => void;
}

/** Stands in for the open request in the address that all rows share. */
const anyRequest = { tenant: null, requestId: '00000000-0000-0000-0000-000000000000' } as const;

/** The links of the rows that belong to `view`. The address is written once and not for each row. */
export function useRowLinks(view: View, severalTenants: boolean): RowLinks {
  const { open } = useView().view;
  const { hrefOf, show } = useWays();
  const pattern = useMemo(() => hrefOf({ ...view, open: anyRequest }), [hrefOf, view]);
  const ways = useMemo(() => {
    // Values write their own `=` in another way, so that this stands there once, whatever the filter holds.
    const [before, after] = pattern.split(`open=${anyRequest.requestId}`);
    return {
      pattern,
      addressOf: (request: AccessRequest) => {
        const named = settings.open.write(openRequest(request, severalTenants));
        return `${before}${new URLSearchParams({ open: named })}${after}`;
      },
      open: (request: AccessRequest) =>
        show((present) => ({ ...present, open: openRequest(request, severalTenants) })),
    };
  }, [pattern, severalTenants, show]);
  return useMemo(() => ({ ...ways, isOpen: (request) => isOpen(open, request) }), [ways, open]);
}
