import type { ReactNode } from 'react';
import type { RequestDetail } from '@/lib/request';
import { RecordLink } from './RecordLink';

/** Goes to a record like `RecordLink`; plain text where the reader may know of the record and not read it whole. */
export function EvidenceLink({
  record,
  detail: { records, evidence },
  children,
}: {
  record: string;
  detail: Pick<RequestDetail, 'records' | 'evidence'>;
  children: ReactNode;
}) {
  const isHere = [...records, ...evidence].some(({ key }) => key === record);
  return isHere ? <RecordLink record={record}>{children}</RecordLink> : children;
}
