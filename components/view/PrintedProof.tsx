'use client';

import { useEffect, useState } from 'react';
import { useReader } from '../sign-in/reader';
import { useDelayed } from '../ui/useDelayed';
import { type FrozenLink, useFrozenLink } from './useFrozenLink';
import { useView } from './useView';

/** A page is printed with its link; it is made once the view has stood still for so long. */
const restMs = 1500;

/** On paper only: who printed the page, and the lasting link to what it shows with the digest of its rows. */
export function PrintedProof() {
  const reader = useReader();
  const { view, hrefOf } = useView();
  const prepare = useFrozenLink();
  const here = hrefOf(view);
  const settled = useDelayed(here, restMs);
  const [link, setLink] = useState<{ of: string; made: FrozenLink } | null>(null);
  const isWanted = settled === here && link?.of !== here;
  useEffect(() => {
    if (!isWanted) return;
    let current = true;
    void prepare().making.then((made) => {
      if (current) setLink({ of: here, made });
    });
    return () => {
      current = false;
    };
  }, [isWanted, here, prepare]);
  if (link?.of !== here) return null;
  const digest = new URL(link.made.address).searchParams.get('digest');
  return (
    <p className="mt-2 hidden break-all text-small print:block">
      {reader === null ? '' : `Printed by ${reader.name}, ${reader.username}. `}
      {digest === null ? '' : `Rows and digest: ${digest}. `}
      Link to these rows: {link.made.address}
    </p>
  );
}
