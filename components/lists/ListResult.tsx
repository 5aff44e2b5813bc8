'use client';

import type { Answer } from '@/lib/answers';
import type { Hidden } from '@/lib/summary';
import type { AnswerError } from '../data/AnswerError';
import { NoData } from '../requests/NoData';
import { NoMatch } from '../requests/NoMatch';
import { Skeleton } from '../requests/Skeleton';
import { CalledOff } from '../ui/CalledOff';
import { Failure } from '../ui/Failure';
import { LogText } from '../ui/LogText';
import { Pages } from '../ui/Pages';
import { useView } from '../view/useView';
import { useZone } from '../view/Zone';
import type { ListWords } from './ListPage';
import { type Column, ListTable } from './ListTable';
import type { Order } from './orderWords';

/** A page of a list as `useAnswer` gives it. */
export interface List<Row> {
  answer: Answer<{ rows: Row[]; total: number; hidden: Hidden }> | undefined;
  error: AnswerError | null;
  stale: boolean;
  fetching: boolean;
  cancelled: boolean;
  cancel: () => void;
  retry: () => void;
}

/** The rows, or whichever it is of: not here yet, called off, failed, no data, nothing found, no match. */
export function ListResult<Row extends { id: string; tenant: string }>({
  words,
  list: { answer, error, stale, cancelled, retry },
  columns,
  order,
  names,
}: {
  words: ListWords;
  list: List<Row>;
  columns: readonly Column<Row>[];
  order: Order;
  /** Of the object ids picked in the filter. */
  names: Readonly<Record<string, string>>;
}) {
  const { view, show } = useView();
  const { timeZone } = useZone();
  if (error) return <Failure what={`The list of ${words.many}`} error={error} retry={retry} />;
  if (cancelled) return <CalledOff retry={retry} />;
  if (answer === undefined) return <Skeleton what={words.many} />;
  const { rows, total } = answer.data;
  if (total === 0 && answer.meta.coverage.requests === 0) return <NoData coverage={answer.meta.coverage} />;
  if (total === 0 && view.find !== '') return <NothingFound many={words.many} />;
  if (total === 0) return <NoMatch names={names} />;
  return (
    <>
      {answer.meta.warnings.map((warning) => (
        <p key={warning} className="mb-2 text-ink-2 text-small">
          {warning}
        </p>
      ))}
      <div className="list rounded-card border border-line bg-surface">
        {rows.length > 0 ? (
          <ListTable caption={words.title} columns={columns} rows={rows} order={order} busy={stale} />
        ) : null}
        <footer className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-line border-t px-3 py-2 text-ink-2">
          <Pages
            label={`Pages of ${words.many}`}
            page={view.page}
            pageSize={view.pageSize}
            total={total}
            go={(page) => show((present) => ({ ...present, page }))}
          />
          <span className="text-small">Times in {timeZone}</span>
          <p className="text-ink-3 text-small">
            Times to approve leave out what no human decided; “too few” is under 8 of them. A share marked –
            is of fewer than 20.
          </p>
        </footer>
      </div>
    </>
  );
}

function NothingFound({ many }: { many: string }) {
  const { view, show } = useView();
  return (
    <section className="card" aria-label="Nothing found">
      <p className="font-semibold">
        0 {many} with “<LogText text={view.find} />” in their name or id, among the requests that match.
      </p>
      <button
        type="button"
        className="button button-small mt-2"
        onClick={() => show((present) => ({ ...present, find: '', page: 1 }))}
      >
        Show all {many}
      </button>
    </section>
  );
}
