'use client';

import { freeze } from '@/lib/filter/edit';
import { CopyButton } from '../ui/CopyButton';
import { useView } from './useView';

/** Copies a link to exactly this view; a rolling time range becomes the fixed one that it is now. */
export function CopyLink({ id, className }: { id?: string; className?: string }) {
  const { view, hrefOf } = useView();
  const address = () => {
    const filter = freeze(view.filter, new Date().toISOString());
    return new URL(hrefOf({ ...view, filter }), window.location.href).href;
  };
  return (
    <CopyButton text={address} {...(id && { id })} {...(className && { className })}>
      <span className="max-[30rem]:sr-only">Copy link</span>
    </CopyButton>
  );
}
