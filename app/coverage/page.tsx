import type { Metadata } from 'next';
import { CoveragePage } from '@/components/coverage/CoveragePage';

export const metadata: Metadata = { title: 'Coverage' };

export default function Page() {
  return <CoveragePage />;
}
