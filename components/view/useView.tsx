'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { createContext, type ReactNode, use, useMemo } from 'react';
import { withFilter } from '@/lib/filter/edit';
import type { Filter } from '@/lib/filter/filter';
import { viewParams } from '@/lib/filter/params';
import { parseApi } from '@/lib/filter/parse';
import type { ParamProblem } from '@/lib/filter/problem';
import { toParams } from '@/lib/filter/toParams';
import type { View } from '@/lib/filter/view';

/** Makes the view to go to from the present one. */
export type Change = (present: View) => View;

interface CurrentView {
  view: View;
  /** What the address names that has no effect. */
  problems: readonly ParamProblem[];
  /** The address of another view of this page. */
  hrefOf: (view: View) => string;
  /**
   * Goes to another view of this page, made from the one that the address names at that moment; `replace` takes
   * the place of the current one in the history.
   */
  show: (change: Change, options?: { replace?: boolean }) => void;
  /** Goes to the first page of the view with another filter, made from the present one. */
  narrow: (change: (present: Filter) => Filter) => void;
}

/** The parameters that each page takes; anything else in its address is named as having no effect. */
const paramsOf: Readonly<Record<string, readonly string[]>> = {
  '/': viewParams,
  '/hunting-query': ['from', 'to', 'page', 'pageSize', 'tz'],
  '/coverage': ['tz'],
};

const Context = createContext<CurrentView | null>(null);

/** Reads the view from the address, which is the only copy of it, once for everything inside. */
export function ViewProvider({ children }: { children: ReactNode }) {
  const pathname = usePathname();
  const search = useSearchParams().toString();
  const current = useMemo<CurrentView>(() => {
    const read = (text: string) => parseApi(new URLSearchParams(text), paramsOf[pathname] ?? []);
    const show: CurrentView['show'] = (change, { replace = false } = {}) => {
      const address = addressOf(pathname, change(read(window.location.search).view));
      if (replace) window.history.replaceState(null, '', address);
      else window.history.pushState(null, '', address);
    };
    return {
      ...read(search),
      hrefOf: (view) => addressOf(pathname, view),
      show,
      narrow: (change) => show((view) => withFilter(view, change(view.filter))),
    };
  }, [pathname, search]);
  return <Context value={current}>{children}</Context>;
}

/** The view that the address names. Throws outside a `ViewProvider`. */
export function useView(): CurrentView {
  const current = use(Context);
  if (current === null) throw new Error('useView needs a ViewProvider above it');
  return current;
}

/** The address of a view on the page at `pathname`. */
export function addressOf(pathname: string, view: View): string {
  const params = toParams(view).toString();
  return params === '' ? pathname : `${pathname}?${params}`;
}
