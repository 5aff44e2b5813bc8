'use client';

import { type ReactNode, useState } from 'react';
import { countWords } from '@/lib/words/count';

/** The first items of a list and a button for the others, which says how many they are. */
export function ShowMore<T>({
  items,
  first,
  children,
}: {
  items: readonly T[];
  first: number;
  children: (shown: readonly T[]) => ReactNode;
}) {
  const [all, setAll] = useState(false);
  const more = items.length - first;
  return (
    <>
      {children(all ? items : items.slice(0, first))}
      {all || more <= 0 ? null : (
        <button type="button" className="link px-3 py-2 print:hidden" onClick={() => setAll(true)}>
          Show {countWords(more)} more
        </button>
      )}
    </>
  );
}
