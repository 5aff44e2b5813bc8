'use client';

import { memo } from 'react';
import type { Answer, RequestsAnswer } from '@/lib/answers';
import { countWords } from '@/lib/words/count';
import type { AnswerError } from '../data/AnswerError';
import { useSettled } from '../data/useSettled';
import { CalledOff } from '../ui/CalledOff';
import { Failure } from '../ui/Failure';
import { Pages } from '../ui/Pages';
import { SearchTerms } from '../ui/SearchTerms';
import { useSameList } from '../ui/useSameList';
import { useView } from '../view/useView';
import { useZone } from '../view/Zone';
import { ColumnChooser } from './ColumnChooser';
import { KeyHints } from './KeyHints';
import { NoData } from './NoData';
import { NoMatch } from './NoMatch';
import { OrderChoice } from './OrderChoice';
import { RequestsTable } from './RequestsTable';
import { useRowLinks } from './rowLinks';
import { Skeleton } from './Skeleton';
import { useRequestsTable } from './useRequestsTable';

/** The rows, or whichever it is of: not here yet, called off, failed, no data, no match, past the end. */
export const RequestsResult = memo(function RequestsResult({
  answer,
  error,
  cancelled,
  stale,
  retry,
  severalTenants,
}: {
  answer: Answer<RequestsAnswer> | undefined;
  error: AnswerError | null;
  cancelled: boolean;
  /** The rows belong to an earlier question, or newer ones are being drawn. */
  stale: boolean;
  retry: () => void;
  severalTenants: boolean;
}) {
  const { view } = useView();
  const { timeZone } = useZone();
  const settled = useSettled(view, stale);
  const links = useRowLinks(settled, severalTenants);
  const table = useRequestsTable(answer?.data, links);
  const terms = useSameList(settled.filter.q.is);
  if (error) return <Failure what="The requests" error={error} retry={retry} />;
  if (cancelled) return <CalledOff retry={retry} />;
  if (answer === undefined) return <Skeleton what="requests" strip />;
  const { total, names, rows } = answer.data;
  if (total === 0 && answer.meta.coverage.requests === 0) return <NoData coverage={answer.meta.coverage} />;
  if (total === 0) return <NoMatch names={names} />;
  return (
    <>
      {answer.meta.warnings.map((warning) => (
        <p key={warning} className="mb-2 text-ink-2 text-small">
          {warning}
        </p>
      ))}
      <div className="requests rounded-card border border-line bg-surface">
        <div className="flex flex-wrap items-center justify-between gap-x-4 border-line border-b px-3 py-1">
          <p className="num font-semibold">
            {countWords(total)} {total === 1 ? 'request' : 'requests'}
          </p>
          <OrderChoice />
        </div>
        {rows.length > 0 ? (
          <SearchTerms value={terms}>
            <RequestsTable table={table} links={links} busy={stale} />
          </SearchTerms>
        ) : null}
        <footer className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-line border-t px-3 py-2 text-ink-2">
          <Pages
            label="Pages of requests"
            page={view.page}
            pageSize={view.pageSize}
            total={total}
            go={(page) => table.setPageIndex(page - 1)}
          />
          <span className="text-small">Times in {timeZone}</span>
          <span className="flex-1" />
          <KeyHints />
          <span className="print:hidden">
            <ColumnChooser table={table} />
          </span>
        </footer>
      </div>
    </>
  );
});
