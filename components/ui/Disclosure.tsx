import type { ReactNode } from 'react';

/** The room of so many parts while what they hold is on its way. */
export function DisclosurePlaces({ count }: { count: number }) {
  return Array.from({ length: count }, (_, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the places are alike and never move.
    <div key={place} className="disclosure h-[3.375rem]" />
  ));
}

/** A part of the page that is folded away behind its title and the gist of it; unfolded on paper. */
export function Disclosure({
  title,
  gist,
  children,
}: {
  title: string;
  gist: ReactNode;
  children: ReactNode;
}) {
  return (
    <details className="disclosure">
      <summary className="px-3 py-2">
        <h2 className="inline font-semibold">{title}</h2>
        <span className="block truncate text-ink-2 text-small">{gist}</span>
      </summary>
      <div className="border-line border-t">{children}</div>
    </details>
  );
}
