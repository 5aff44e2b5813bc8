'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { setTime } from '@/lib/filter/edit';
import { emptyFilter } from '@/lib/filter/fields';
import { defaultView, type View } from '@/lib/filter/view';
import { CopyLink } from '../view/CopyLink';
import { addressOf, useView } from '../view/useView';
import { CoverageNote } from './CoverageNote';
import { ThemeSwitch } from './ThemeSwitch';
import { ZoneSwitch } from './ZoneSwitch';

const pages = [
  { path: '/', words: 'Requests', carries: withSpan },
  { path: '/hunting-query', words: 'Hunting query', carries: withSpan },
  { path: '/coverage', words: 'Coverage', carries: withZone },
];

/** The bar on top of every page. */
export function Header() {
  const pathname = usePathname();
  const { view } = useView();
  return (
    <header className="header">
      <span className="product font-semibold text-[0.9375rem]">Approvals</span>
      <nav aria-label="Pages" className="pages flex gap-1">
        {pages.map(({ path, words, carries }) => (
          <Link
            key={path}
            href={addressOf(path, carries(view))}
            aria-current={path === pathname ? 'page' : undefined}
            className="rounded-control px-3 py-1 font-medium text-ink-2 hover:bg-hover aria-[current=page]:bg-sunken aria-[current=page]:text-ink"
          >
            {words}
          </Link>
        ))}
      </nav>
      <span className="flex-1" />
      <CoverageNote />
      <ZoneSwitch />
      <ThemeSwitch />
      <CopyLink id="copy-link" className="button button-primary" />
    </header>
  );
}

function withZone({ tz }: View): View {
  return { ...defaultView, tz };
}

/** A span with fixed ends goes along to the next page; everything else belongs to the page it was chosen on. */
function withSpan({ tz, filter }: View): View {
  const { span } = filter.time;
  if (span.kind !== 'absolute') return withZone({ ...defaultView, tz });
  return { ...defaultView, tz, filter: setTime(emptyFilter, { of: 'requested', span }) };
}
