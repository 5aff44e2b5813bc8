'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { onlyTime, setTime } from '@/lib/filter/edit';
import { defaultView, type View } from '@/lib/filter/view';
import { ExportShown } from '../export/ExportShown';
import { useKey } from '../keys/Keys';
import { PaletteButton } from '../keys/PaletteButton';
import { SentinelShown } from '../sentinel/SentinelShown';
import { AccountMenu } from '../sign-in/AccountMenu';
import { CopyLink } from '../view/CopyLink';
import { addressOf, useView } from '../view/useView';
import { CoverageNote } from './CoverageNote';
import { pages } from './pages';
import { ScopeNote } from './ScopeNote';
import { ThemeSwitch } from './ThemeSwitch';
import { ZoneSwitch } from './ZoneSwitch';

/** The bar on top of every page. */
export function Header() {
  const pathname = usePathname();
  const { view } = useView();
  useKey('copyLink', () => document.getElementById('copy-link')?.click());
  return (
    <header className="header">
      <span className="product font-semibold text-[0.9375rem]">Approvals</span>
      <nav aria-label="Pages" className="pages flex flex-wrap gap-1">
        {pages.map(({ path, words, carries }) => (
          <Link
            key={path}
            href={addressOf(path, carried[carries](view))}
            aria-current={path === pathname ? 'page' : pathname.startsWith(`${path}/`) ? 'true' : undefined}
            className="rounded-control px-3 py-1 font-medium whitespace-nowrap text-ink-2 hover:bg-hover aria-[current]:bg-sunken aria-[current]:text-ink"
          >
            {words}
          </Link>
        ))}
      </nav>
      <span className="flex-1" />
      <CoverageNote />
      <ScopeNote />
      <ZoneSwitch />
      <ThemeSwitch />
      <AccountMenu />
      <PaletteButton />
      <span className="flex gap-3">
        <SentinelShown />
        <ExportShown />
        <CopyLink id="copy-link" className="button button-primary" menu />
      </span>
    </header>
  );
}

/** What goes along to another page; everything else belongs to the page it was chosen on. */
const carried = {
  time: onlyTime,
  span: withSpan,
  zone: ({ tz }: View): View => ({ ...defaultView, tz }),
};

/** The span where its ends are fixed, as a span of request times. */
function withSpan(view: View): View {
  const { span } = view.filter.time;
  if (span.kind !== 'absolute') return carried.zone(view);
  return onlyTime({
    ...view,
    rules: defaultView.rules,
    filter: setTime(view.filter, { of: 'requested', span }),
  });
}
