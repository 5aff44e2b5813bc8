'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { countWords } from '@/lib/words/count';

/** Where the shown page lies in the whole, exactly, and the ways to its neighbours. */
export function Pages({
  page,
  pageSize,
  total,
  go,
  label,
}: {
  page: number;
  pageSize: number;
  total: number;
  go: (page: number) => void;
  label: string;
}) {
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const first = (page - 1) * pageSize + 1;
  const last = Math.min(page * pageSize, total);
  return (
    <nav aria-label={label} className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span className="num">
        {total === 0
          ? 'none'
          : first > total
            ? `page ${countWords(page)} of ${countWords(pages)} is past the end`
            : `${countWords(first)}–${countWords(last)} of ${countWords(total)}`}
      </span>
      {pages > 1 || page > 1 ? (
        <span className="flex items-center gap-1 print:hidden">
          <button type="button" className="button button-small" disabled={page <= 1} onClick={() => go(1)}>
            First
          </button>
          <button
            type="button"
            className="button button-small"
            aria-label="Previous page"
            disabled={page <= 1}
            onClick={() => go(Math.min(page - 1, pages))}
          >
            <ChevronLeft size={14} aria-hidden />
          </button>
          <span className="num px-1">
            {countWords(page)} / {countWords(pages)}
          </span>
          <button
            type="button"
            className="button button-small"
            aria-label="Next page"
            disabled={page >= pages}
            onClick={() => go(page + 1)}
          >
            <ChevronRight size={14} aria-hidden />
          </button>
          <button
            type="button"
            className="button button-small"
            disabled={page >= pages}
            onClick={() => go(pages)}
          >
            Last
          </button>
        </span>
      ) : null}
    </nav>
  );
}
