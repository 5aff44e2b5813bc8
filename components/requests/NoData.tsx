'use client';

import Link from 'next/link';
import type { Coverage } from '@/lib/coverage';
import { defaultView } from '@/lib/filter/view';
import { addressOf, useView } from '../view/useView';

/** The data hold no request at all: says why as far as it is known, and what to do. */
export function NoData({ coverage }: { coverage: Coverage }) {
  const { view } = useView();
  const { title, mend } = words(coverage);
  return (
    <section className="card" aria-label="No data">
      <p className="font-semibold">{title}</p>
      <p className="mt-1 max-w-prose text-ink-2">
        {mend}{' '}
        <Link className="link" href={addressOf('/coverage', { ...defaultView, tz: view.tz })}>
          See what was read and what was skipped
        </Link>
      </p>
    </section>
  );
}

function words({ state }: Coverage): { title: string; mend: string } {
  switch (state) {
    case 'loading':
      return {
        title: 'No request has been read yet.',
        mend: 'The server is still reading the audit records; this page follows along.',
      };
    case 'failed':
      return {
        title: 'No request was read before reading stopped.',
        mend: 'This does not mean there is none.',
      };
    case 'empty':
      return {
        title: 'No entitlement-management record could be read.',
        mend: 'Check that AUDIT_LOGS_PATH names an export of Entra audit logs, and that the diagnostic setting that fed it sends AuditLogs.',
      };
    case 'complete':
      return {
        title: 'The records hold no access package request.',
        mend: 'They hold entitlement-management records, but none of them belongs to a request.',
      };
  }
}
