'use client';

import { usePathname } from 'next/navigation';
import { use } from 'react';
import { setValues, toggleValue, withRules } from '@/lib/filter/edit';
import { worthALook } from '@/lib/filter/fields';
import type { Filter } from '@/lib/filter/filter';
import type { View } from '@/lib/filter/view';
import { checkIds } from '@/lib/request';
import { checkWords } from '@/lib/words/checks';
import { HasRules } from '../rules/HasRules';
import { pages } from '../shell/pages';
import { addressOf, useView } from '../view/useView';
import type { Command } from './Palette';

/** What is worth a look, the requests that one check marks, and the exclusion rules. */
export function useCheckCommands(carried: View, go: (address: string) => void): Command[] {
  const pathname = usePathname();
  const { view, pinned, show, narrow } = useView();
  const hasRules = use(HasRules);
  /** Narrows the requests in view; where a page shows none, those of the page that does. */
  const narrowRequests = (change: (filter: Filter) => Filter) => {
    if (pathname === '/' || pinned !== null) narrow(change);
    else go(addressOf('/', { ...carried, filter: change(carried.filter) }));
  };
  const takesRules =
    pinned !== null || pages.some(({ path, carries }) => path === pathname && carries === 'time');
  const { check } = view.filter;
  return [
    {
      id: 'worth',
      words: 'Only what is worth a look',
      run: () => narrowRequests((filter) => setValues(filter, 'strength', false, worthALook)),
    },
    ...checkIds.map(
      (id): Command => ({
        id: `check:${id}`,
        words: checkWords[id].title,
        about: check.is.includes(id) ? 'no longer only these' : 'only these',
        run: () => narrowRequests((filter) => toggleValue(filter, 'check', id)),
      }),
    ),
    ...(hasRules && takesRules
      ? [
          {
            id: 'rules',
            words: view.rules === 'on' ? 'Switch the exclusion rules off' : 'Apply the exclusion rules',
            run: () => show((present) => withRules(present, present.rules === 'on' ? 'off' : 'on')),
          },
        ]
      : []),
  ];
}
