'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { createContext, type ReactNode, use, useMemo } from 'react';
import { withFilter } from '@/lib/filter/edit';
import type { Filter } from '@/lib/filter/filter';
import { filterParams, viewParams } from '@/lib/filter/params';
import { parseApi } from '@/lib/filter/parse';
import { type Pin, pinOf, withPin } from '@/lib/filter/pin';
import type { ParamProblem } from '@/lib/filter/problem';
import { toParams } from '@/lib/filter/toParams';
import type { View } from '@/lib/filter/view';

/** Makes the view to go to from the present one. */
export type Change = (present: View) => View;

interface Address {
  /** What the parameters of the address say; its filter is what the reader chose, and the chips show. */
  view: View;
  /** The object that the page is about. */
  pinned: Pin | null;
  /** The filter of the view and the pin: what every question about requests is asked with. */
  filter: Filter;
  /** What the address names that has no effect. */
  problems: readonly ParamProblem[];
}

/** The ways to other views of this page; they stay the same from view to view. */
export interface Ways {
  /** The address of another view of this page. */
  hrefOf: (view: View) => string;
  /**
   * Goes to another view of this page, made from the one that the address names at that moment; `replace` takes
   * the place of the current one in the history.
   */
  show: (change: Change, options?: { replace?: boolean }) => void;
  /** Goes to the first page of the view with another filter, made from the present one. */
  narrow: (change: (present: Filter) => Filter) => void;
  /**
   * Tells of each address that `show` goes to, before the page is drawn for it: drawing takes as long as an answer,
   * so that what is asked there is better asked at once. Answers the way to be told no more.
   */
  whenShown: (listener: Listener) => () => void;
}

interface CurrentView extends Address, Ways {}

type Listener = (address: Pick<Address, 'view' | 'filter'>) => void;

const listParams = [...filterParams, 'rules', 'order', 'find', 'page', 'pageSize', 'tz', 'thresholds'];
const requestsParams = viewParams.filter((param) => !['order', 'find', 'role'].includes(param));

/** The parameters that each page takes; anything else in its address is named as having no effect. */
const paramsOf: Readonly<Record<string, readonly string[]>> = {
  '/': requestsParams,
  '/packages': listParams,
  '/people': listParams,
  '/packages/': requestsParams,
  '/people/': [...requestsParams, 'role'],
  '/hunting-query': ['from', 'to', 'page', 'pageSize', 'tz'],
  '/coverage': ['tz'],
};

/** The page of a path: `/packages/{id}` is the page `/packages/`. */
function pageOf(pathname: string): string {
  return pathname.replace(/^(\/[^/]+\/).+$/, '$1');
}

/** Reads an address. What a page is pinned to is no choice, so the pinned field is no parameter of it. */
function readAddress(pathname: string, search: string): Address {
  const params = new URLSearchParams(search);
  const accepts = paramsOf[pageOf(pathname)] ?? [];
  const pinned = pinOf(pathname, parseApi(params, accepts).view.role);
  const { view, problems } = parseApi(
    params,
    accepts.filter((param) => param !== pinned?.field),
  );
  return { view, pinned, filter: withPin(view.filter, pinned), problems };
}

const Context = createContext<CurrentView | null>(null);
const WaysContext = createContext<Ways | null>(null);

/** Reads the view from the address, which is the only copy of it, once for everything inside. */
export function ViewProvider({ children }: { children: ReactNode }) {
  const pathname = usePathname();
  const search = useSearchParams().toString();
  const ways = useMemo<Ways>(() => {
    const listeners = new Set<Listener>();
    const show: Ways['show'] = (change, { replace = false } = {}) => {
      const { view, pinned } = readAddress(pathname, window.location.search);
      const next = change(view);
      const address = addressOf(pathname, next);
      if (replace) window.history.replaceState(null, '', address);
      else window.history.pushState(null, '', address);
      for (const tell of listeners) tell({ view: next, filter: withPin(next.filter, pinned) });
    };
    return {
      whenShown: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      hrefOf: (view) => addressOf(pathname, view),
      show,
      narrow: (change) => show((view) => withFilter(view, change(view.filter))),
    };
  }, [pathname]);
  const current = useMemo(() => ({ ...readAddress(pathname, search), ...ways }), [pathname, search, ways]);
  return (
    <WaysContext value={ways}>
      <Context value={current}>{children}</Context>
    </WaysContext>
  );
}

/** The view that the address names. Throws outside a `ViewProvider`. */
export function useView(): CurrentView {
  const current = use(Context);
  if (current === null) throw new Error('useView needs a ViewProvider above it');
  return current;
}

/** The ways to other views, for what need not be drawn again when the view changes. Throws outside a `ViewProvider`. */
export function useWays(): Ways {
  const ways = use(WaysContext);
  if (ways === null) throw new Error('useWays needs a ViewProvider above it');
  return ways;
}

/** The address of a view on the page at `pathname`. */
export function addressOf(pathname: string, view: View): string {
  const params = toParams(view).toString();
  return params === '' ? pathname : `${pathname}?${params}`;
}
