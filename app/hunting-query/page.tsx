import type { Metadata } from 'next';
import { HuntingPage } from '@/components/hunting/HuntingPage';
import { huntingQuery, huntingQueryText } from '@/lib/source/kql/huntingQuery';

export const metadata: Metadata = { title: 'Hunting query' };

export default function Page() {
  return <HuntingPage query={{ ...huntingQuery, text: huntingQueryText() }} />;
}
