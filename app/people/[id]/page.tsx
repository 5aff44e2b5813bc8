import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PersonPage } from '@/components/people/PersonPage';
import { isObjectId } from '@/lib/filter/kinds/anyOf';

export const metadata: Metadata = { title: 'Person' };

export default async function Page({ params }: PageProps<'/people/[id]'>) {
  const { id } = await params;
  if (!isObjectId(id)) notFound();
  return <PersonPage id={id.toLowerCase()} />;
}
