'use client';

import Link from 'next/link';
import type { Role } from '@/lib/filter/view';
import { NameOrId } from '../ui/NameOrId';
import { pageAddress } from '../view/pageAddress';
import { useView } from '../view/useView';

/**
 * A person or application by name, leading to their page in the present span of time, in the role they have where
 * the name stands; plain text without an object id.
 */
export function PersonLink({ id, name, as }: { id: string | null; name: string | null; as?: Role }) {
  const { view } = useView();
  const address = pageAddress('people', id, view, as);
  if (address === null) return <NameOrId name={name} id={id} />;
  return (
    <Link href={address} className="link">
      <NameOrId name={name} id={id} />
    </Link>
  );
}
