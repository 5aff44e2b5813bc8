'use client';

import Link from 'next/link';
import { NameOrId } from '../ui/NameOrId';
import { pageAddress } from '../view/pageAddress';
import { useView } from '../view/useView';

/** A package by its name, leading to its page in the present span of time; plain text without an object id. */
export function PackageLink({ id, name }: { id: string | null; name: string | null }) {
  const { view } = useView();
  const address = pageAddress('packages', id, view);
  if (address === null) return <NameOrId name={name} id={id} />;
  return (
    <Link href={address} className="link">
      <NameOrId name={name} id={id} />
    </Link>
  );
}
