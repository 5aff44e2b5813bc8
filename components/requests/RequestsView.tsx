'use client';

import { type ReactNode, useCallback, useDeferredValue, useEffect, useRef } from 'react';
import { setTime } from '@/lib/filter/edit';
import type { AccessRequest } from '@/lib/request';
import { countWords } from '@/lib/words/count';
import { Charts } from '../charts/Charts';
import { PanelSwitch } from '../charts/PanelSwitch';
import { requestsUrl, summaryUrl } from '../data/urls';
import { useAnswer, useAskAhead } from '../data/useAnswer';
import { Facets } from '../facets/Facets';
import { BadLink } from '../filters/BadLink';
import { FilterBar } from '../filters/FilterBar';
import { RequestDrawer } from '../request/RequestDrawer';
import { HiddenByRules } from '../rules/HiddenByRules';
import { Failure } from '../ui/Failure';
import { SearchTerms } from '../ui/SearchTerms';
import { useDelayed } from '../ui/useDelayed';
import { Waiting } from '../ui/Waiting';
import { PrintedProof } from '../view/PrintedProof';
import { Receipt } from '../view/Receipt';
import { ThresholdsNote } from '../view/ThresholdsNote';
import { useView } from '../view/useView';
import { Headline } from './Headline';
import { isOpen } from './openRequest';
import { PrintedView } from './PrintedView';
import { RequestsResult } from './RequestsResult';
import { sortWords } from './sortWords';
import { useFocusBack } from './useFocusBack';
import { useFocusInPlace } from './useFocusInPlace';
import { useKeys } from './useKeys';

const noRows: readonly AccessRequest[] = [];
const noNames: Readonly<Record<string, string>> = {};
const lastWeek = { kind: 'rolling', amount: 7, unit: 'd' } as const;

/**
 * The requests that match, of everything or of what the page is pinned to: filter, headline numbers, table, and
 * the open request beside it. `heading` stands on top.
 */
export function RequestsView({ heading }: { heading: ReactNode }) {
  const { view, filter, show, narrow, whenShown } = useView();
  const askAhead = useAskAhead();
  useEffect(
    () =>
      whenShown((next) => {
        askAhead('/api/requests', requestsUrl({ ...next.view, filter: next.filter }));
        askAhead('/api/summary', summaryUrl({ ...next.view, filter: next.filter }));
      }),
    [whenShown, askAhead],
  );
  const requests = useAnswer('/api/requests', requestsUrl({ ...view, filter }));
  const summary = useAnswer('/api/summary', summaryUrl({ ...view, filter }));
  const coverage = useAnswer('/api/coverage', '/api/coverage');
  const severalTenants = (coverage.answer?.data.tenants.length ?? 0) > 1;
  // Rows and charts are drawn in slices, so that a key or a wheel in between is heard.
  const drawn = useDeferredValue(requests.answer);
  const drawnSummary = useDeferredValue(summary.answer);
  const summaryStale = summary.stale || drawnSummary !== summary.answer;
  const requestsStale = requests.stale || drawn !== requests.answer;
  const isStale = requestsStale || summaryStale;
  // Fading what is over in a moment would flicker, and paint the whole page twice more.
  const isLate = useDelayed(isStale, 150) && isStale;
  const input = useRef<HTMLInputElement>(null);
  const close = useCallback(() => {
    document.querySelector<HTMLElement>('a.open-request[aria-current]')?.focus();
    show((present) => ({ ...present, open: null }));
  }, [show]);
  const rows = drawn?.data.rows ?? noRows;
  useKeys(rows, severalTenants, input, close);
  useFocusBack(view.open !== null);
  useFocusInPlace(rows, input);

  const names = requests.answer?.data.names ?? noNames;
  const total = requests.answer?.data.total;
  const row = requests.answer?.data.rows.find((request) => isOpen(view.open, request));
  return (
    <div className="flex">
      <main className="min-w-0 flex-1 p-4" data-late={isLate || undefined}>
        {heading}
        <BadLink />
        <FilterBar names={names} input={input} />
        <HiddenByRules hidden={drawnSummary?.data.hidden} stale={summaryStale} />
        <Receipt next={input} />
        <ThresholdsNote next={input} />
        <Facets summary={drawnSummary?.data} />
        <PrintedView names={names} />
        <Waiting
          running={requests.stale && requests.fetching}
          cancel={requests.cancel}
          narrow={() => narrow((present) => setTime(present, { ...present.time, span: lastWeek }))}
        />
        {summary.error ? (
          <div className="my-3">
            <Failure what="The summary" error={summary.error} retry={summary.retry} />
          </div>
        ) : (
          <>
            <div className="my-2 flex flex-wrap items-end justify-between gap-x-4 gap-y-1">
              <Headline summary={drawnSummary?.data} stale={summaryStale} />
              <PanelSwitch />
            </div>
            <Charts
              summary={drawnSummary?.data}
              stale={summaryStale}
              partial={(drawnSummary?.meta.coverage.state ?? 'complete') !== 'complete'}
            />
          </>
        )}
        <RequestsResult
          answer={drawn}
          error={requests.error}
          cancelled={requests.cancelled}
          stale={requestsStale}
          retry={requests.retry}
          severalTenants={severalTenants}
        />
        <PrintedProof />
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
