import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PackagePage } from '@/components/packages/PackagePage';
import { isObjectId } from '@/lib/filter/kinds/anyOf';

export const metadata: Metadata = { title: 'Package' };

export default async function Page({ params }: PageProps<'/packages/[id]'>) {
  const { id } = await params;
  if (!isObjectId(id)) notFound();
  return <PackagePage id={id.toLowerCase()} />;
}
