'use client';

import type { Week } from '@/lib/summary';
import { countWords } from '@/lib/words/count';
import { durationWords } from '@/lib/words/duration';
import { useZone } from '../view/Zone';
import { weekWords } from './weekSpan';

/** The weeks of the trend as rows. */
export function WeeksTable({ weeks, title }: { weeks: readonly Week[]; title: string }) {
  const { now } = useZone();
  return (
    <table className="plain-table num">
      <caption className="sr-only">{title}</caption>
      <thead>
        <tr>
          <th scope="col">Week of</th>
          {['Requests', 'Approved by people', 'Median', '90th percentile'].map((name) => (
            <th key={name} scope="col" className="text-end">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week.from}>
            <td>{weekWords(week, now)}</td>
            <td className="text-end">{countWords(week.requests)}</td>
            <td className="text-end">{countWords(week.byPeople)}</td>
            <td className="text-end">
              {week.medianSeconds === null ? 'too few' : durationWords(week.medianSeconds)}
            </td>
            <td className="text-end">
              {week.p90Seconds === null ? 'too few' : durationWords(week.p90Seconds)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
