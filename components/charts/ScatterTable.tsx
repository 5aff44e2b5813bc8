'use client';

import { useState } from 'react';
import { valueWords } from '@/lib/filter/fields';
import type { Cell, Mark, Scatter } from '@/lib/summary';
import { countWords } from '@/lib/words/count';
import { durationWords, exactDurationWords } from '@/lib/words/duration';
import { Pages } from '../ui/Pages';
import { Time } from '../ui/Time';
import { ViewLink } from '../view/ViewLink';
import { rangeOfBars, rangeWords } from './tookBars';

const pageSize = 100;

/** The marks or cells of the scatter, a hundred at a time. */
export function ScatterTable({ scatter: { marks, cells }, title }: { scatter: Scatter; title: string }) {
  const [page, setPage] = useState(1);
  const total = (marks ?? cells ?? []).length;
  const shown = Math.min(page, Math.max(Math.ceil(total / pageSize), 1));
  const [from, to] = [(shown - 1) * pageSize, shown * pageSize];
  return (
    <>
      <table className="plain-table num">
        <caption className="sr-only">{title}</caption>
        {cells ? <Cells cells={cells.slice(from, to)} /> : <Marks marks={(marks ?? []).slice(from, to)} />}
      </table>
      <div className="p-2">
        <Pages label={`Pages of ${title}`} page={shown} pageSize={pageSize} total={total} go={setPage} />
      </div>
    </>
  );
}

function Marks({ marks }: { marks: readonly Mark[] }) {
  return (
    <>
      <thead>
        <tr>
          <th scope="col">Decided</th>
          <th scope="col">Outcome</th>
          <th scope="col" className="text-end">
            Took
          </th>
          <th scope="col">Worth a look</th>
        </tr>
      </thead>
      <tbody>
        {marks.map(({ tenant, requestId, at, outcome, seconds, look }) => (
          <tr key={`${tenant} ${requestId}`}>
            <td>
              <ViewLink className="link" to={(view) => ({ ...view, open: { tenant, requestId } })}>
                <Time at={at} />
              </ViewLink>
            </td>
            <td>{valueWords('outcome', outcome)}</td>
            <td className="text-end" title={seconds === null ? undefined : exactDurationWords(seconds)}>
              {seconds === null ? <i className="text-ink-3">no one decided</i> : durationWords(seconds)}
            </td>
            <td>{look ? 'yes' : ''}</td>
          </tr>
        ))}
      </tbody>
    </>
  );
}

function Cells({ cells }: { cells: readonly Cell[] }) {
  return (
    <>
      <thead>
        <tr>
          <th scope="col">Decided from</th>
          <th scope="col">Before</th>
          <th scope="col">Took</th>
          <th scope="col" className="text-end">
            Requests
          </th>
          <th scope="col" className="text-end">
            Worth a look
          </th>
        </tr>
      </thead>
      <tbody>
        {cells.map(({ from, to, bar, requests, look }) => (
          <tr key={`${from} ${bar}`}>
            <td>
              <Time at={from} />
            </td>
            <td>
              <Time at={to} />
            </td>
            <td>{bar === null ? 'no one decided' : rangeWords(rangeOfBars(bar, bar))}</td>
            <td className="text-end">{countWords(requests)}</td>
            <td className="text-end">{countWords(look)}</td>
          </tr>
        ))}
      </tbody>
    </>
  );
}
