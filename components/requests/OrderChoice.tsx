'use client';

import type { Sort } from '@/lib/filter/view';
import { useView } from '../view/useView';
import { sortWords } from './sortWords';

const orders: readonly { words: string; sort: Sort }[] = [
  { words: 'Worth a look first', sort: { by: 'worth', descending: true } },
  { words: 'Newest first', sort: { by: 'requested', descending: true } },
];

/** The two orders that a reader goes between most; another one, chosen at a column, is told beside them. */
export function OrderChoice() {
  const { view, show } = useView();
  const isChosen = ({ by, descending }: Sort) => by === view.sort.by && descending === view.sort.descending;
  return (
    <fieldset className="flex flex-wrap items-center gap-1 print:hidden">
      <legend className="sr-only">Order of the requests</legend>
      {orders.map(({ words, sort }) => (
        <button
          key={words}
          type="button"
          className="panel-button"
          aria-pressed={isChosen(sort)}
          onClick={() => show((present) => ({ ...present, sort, page: 1 }))}
        >
          {words}
        </button>
      ))}
      {orders.some(({ sort }) => isChosen(sort)) ? null : (
        <span className="px-2 text-ink-2 text-small">{sortWords(view.sort)}</span>
      )}
    </fieldset>
  );
}
