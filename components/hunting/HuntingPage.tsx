'use client';

import type { HuntingAnswer } from '@/lib/answers';
import { setTime } from '@/lib/filter/edit';
import { filterToParams } from '@/lib/filter/toParams';
import type { View } from '@/lib/filter/view';
import { countWords } from '@/lib/words/count';
import { withParams } from '../data/urls';
import { useAnswer } from '../data/useAnswer';
import { BadLink } from '../filters/BadLink';
import { SpanChoice } from '../filters/SpanChoice';
import { allTime, spanWords } from '../filters/spanWords';
import { Failure } from '../ui/Failure';
import { Pages } from '../ui/Pages';
import { Waiting } from '../ui/Waiting';
import { useView } from '../view/useView';
import { useZone } from '../view/Zone';
import { AboutQuery, type PublishedQuery } from './AboutQuery';
import { HuntingTable } from './HuntingTable';
import { MissedRequests } from './MissedRequests';
import { WorkspaceComparison } from './WorkspaceComparison';

/** The published query, the rows it returns for these records, and the requests that it cannot see. */
export function HuntingPage({ query }: { query: PublishedQuery }) {
  const { view, narrow } = useView();
  const zone = useZone();
  const { answer, error, stale, fetching, cancel, retry } = useAnswer('/api/hunting-query', huntingUrl(view));
  return (
    <main className="p-4">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div>
          <h1 className="text-title">Hunting query</h1>
          <p className="text-ink-2">
            What the published query returns for the same records, row for row, and what it leaves out.
          </p>
        </div>
        <SpanChoice
          words={spanWords(view.filter.time.span, zone)}
          span={view.filter.time.span}
          presets={[allTime]}
          choose={(span) => narrow((filter) => setTime(filter, { of: 'requested', span }))}
        />
      </div>
      <Waiting running={stale && fetching} cancel={cancel} />
      <div className="mt-3">
        <BadLink />
      </div>
      <div className="mt-3 grid items-start gap-4 min-[1100px]:grid-cols-[minmax(0,1fr)_26rem]">
        <div className="grid min-w-0 gap-4">
          <AboutQuery query={query} />
          <WorkspaceComparison span={spanParams(view)} />
          {error ? <Failure what="The rows of the query" error={error} retry={retry} /> : null}
          {answer === undefined || error ? null : <Rows answer={answer.data} stale={stale} />}
        </div>
        {answer === undefined || error ? null : <MissedRequests answer={answer.data} stale={stale} />}
      </div>
      {answer === undefined || error ? null : <BothPages answer={answer.data} />}
    </main>
  );
}

function Rows({ answer, stale }: { answer: HuntingAnswer; stale: boolean }) {
  return (
    <section className="card p-0" aria-labelledby="hunting-rows">
      <h2 id="hunting-rows" className="p-3 font-semibold">
        {countWords(answer.total)} {answer.total === 1 ? 'row' : 'rows'}
      </h2>
      <p className="max-w-prose px-3 pb-3 text-ink-2 text-small">
        One row for each combination that the query’s joins give, so a request with several justified
        decisions has several rows; every row names the last approver, whoever wrote the justification beside
        it. Duplicate audit records are left out first.
      </p>
      <HuntingTable rows={answer.rows} stale={stale} />
    </section>
  );
}

/** Both lists turn their pages together. */
function BothPages({ answer: { total, missedTotal } }: { answer: HuntingAnswer }) {
  const { view, show } = useView();
  const longest = Math.max(total, missedTotal);
  if (longest <= view.pageSize && view.page === 1) return null;
  return (
    <div className="mt-3 flex justify-center">
      <Pages
        label="Pages of both lists"
        page={view.page}
        pageSize={view.pageSize}
        total={longest}
        go={(page) => show((present) => ({ ...present, page }))}
      />
    </div>
  );
}

/** The span of time as the API takes it. */
function spanParams(view: View): URLSearchParams {
  return filterToParams(view.filter);
}

function huntingUrl(view: View): string {
  const params = spanParams(view);
  params.set('page', String(view.page));
  params.set('pageSize', String(view.pageSize));
  return withParams('/api/hunting-query', params);
}
