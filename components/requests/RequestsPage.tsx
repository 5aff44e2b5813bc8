'use client';

import { useCallback, useRef } from 'react';
import { countWords } from '@/lib/words/count';
import { requestsUrl, summaryUrl } from '../data/urls';
import { useAnswer } from '../data/useAnswer';
import { BadLink } from '../filters/BadLink';
import { FilterBar } from '../filters/FilterBar';
import { RequestDrawer } from '../request/RequestDrawer';
import { Failure } from '../ui/Failure';
import { SearchTerms } from '../ui/SearchTerms';
import { Waiting } from '../ui/Waiting';
import { useView } from '../view/useView';
import { Headline } from './Headline';
import { isOpen } from './openRequest';
import { PrintedView } from './PrintedView';
import { RequestsResult } from './RequestsResult';
import { sortWords } from './sortWords';
import { useKeys } from './useKeys';
import { useRequestsTable } from './useRequestsTable';

/** Every request that matches: filter, headline numbers, table, and the open request beside it. */
export function RequestsPage() {
  const { view, show } = useView();
  const requests = useAnswer('/api/requests', requestsUrl(view));
  const summary = useAnswer('/api/summary', summaryUrl(view.filter));
  const coverage = useAnswer('/api/coverage', '/api/coverage');
  const severalTenants = (coverage.answer?.data.tenants.length ?? 0) > 1;
  const table = useRequestsTable(requests.answer?.data, severalTenants);
  const input = useRef<HTMLInputElement>(null);
  const close = useCallback(() => {
    document.querySelector<HTMLElement>('a.open-request[aria-current]')?.focus();
    show((present) => ({ ...present, open: null }));
  }, [show]);
  useKeys(table, input, close);

  const names = requests.answer?.data.names ?? {};
  const total = requests.answer?.data.total;
  const row = requests.answer?.data.rows.find((request) => isOpen(view.open, request));
  return (
    <div className="flex">
      <main className="min-w-0 flex-1 p-4">
        <h1 className="sr-only">Requests</h1>
        <BadLink />
        <FilterBar names={names} input={input} />
        <PrintedView names={names} />
        <Waiting running={requests.stale && requests.fetching} cancel={requests.cancel} />
        {summary.error ? (
          <div className="my-3">
            <Failure what="The summary" error={summary.error} retry={summary.retry} />
          </div>
        ) : (
          <Headline summary={summary.answer?.data} stale={summary.stale} />
        )}
        <RequestsResult requests={requests} table={table} />
        <p role="status" className="sr-only">
          {requests.stale || total === undefined
            ? ''
            : `${sortWords(view.sort)} ${countWords(total)} requests.`}
        </p>
      </main>
      {view.open === null ? null : (
        <SearchTerms value={view.filter.q.is}>
          <RequestDrawer open={view.open} row={row} close={close} />
        </SearchTerms>
      )}
    </div>
  );
}
