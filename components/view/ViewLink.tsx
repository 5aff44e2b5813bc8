'use client';

import type { AnchorHTMLAttributes, MouseEvent } from 'react';
import { type Change, useView } from './useView';

/** A link to another view of this page: a plain click changes the address, any other is the browser's. */
export function ViewLink({ to, ...rest }: { to: Change } & AnchorHTMLAttributes<HTMLAnchorElement>) {
  const { view, hrefOf, show } = useView();
  const open = (event: MouseEvent) => {
    if (event.defaultPrevented || !isPlainClick(event)) return;
    event.preventDefault();
    show(to);
  };
  return <a {...rest} href={hrefOf(to(view))} onClick={open} />;
}

/** True for a click of the main button without a key that asks for another tab or window. */
export function isPlainClick(event: MouseEvent): boolean {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
}
