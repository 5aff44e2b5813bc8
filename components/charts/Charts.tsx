'use client';

import dynamic from 'next/dynamic';
import { memo } from 'react';
import type { SummaryAnswer } from '@/lib/summary';
import { type Panel, useShownPanel } from './useShownPanel';

const place = () => <div className="card chart-place" aria-hidden />;
const twoPlaces = () => (
  <div className="chart-row">
    {place()}
    {place()}
  </div>
);
const onePlace = () => <div className="chart-row chart-alone">{place()}</div>;

const Decisions = dynamic(() => import('./Decisions').then((module) => module.Decisions), {
  ssr: false,
  loading: twoPlaces,
});
const ByWeek = dynamic(() => import('./ByWeek').then((module) => module.ByWeek), {
  ssr: false,
  loading: place,
});
const Comparison = dynamic(() => import('./Comparison').then((module) => module.Comparison), {
  ssr: false,
  loading: place,
});

/**
 * The charts over everything that matches, between the headline numbers and the table. Their code is fetched when they
 * are shown, and their room is kept meanwhile. `partial` while the data behind them are not all there.
 */
export const Charts = memo(function Charts({
  summary,
  stale,
  partial,
}: {
  summary: SummaryAnswer | undefined;
  stale: boolean;
  partial: boolean;
}) {
  const { shown: panel } = useShownPanel();
  if (panel === null) return null;
  if (summary === undefined) return panel === 'decisions' ? twoPlaces() : onePlace();
  return (
    <section aria-label="Charts" aria-busy={stale} className="fades print:hidden">
      {partial ? (
        <p className="mb-2 text-medium text-small">
          Not all records are read yet: these numbers are lower bounds.
        </p>
      ) : null}
      <Shown panel={panel} summary={summary} />
    </section>
  );
});

function Shown({ panel, summary }: { panel: Panel; summary: SummaryAnswer }) {
  if (panel === 'decisions') return <Decisions took={summary.took} scatter={summary.scatter} />;
  return (
    <div className="chart-row chart-alone">
      {panel === 'weeks' ? (
        <ByWeek weeks={summary.weeks} earlier={summary.earlierWeeks} />
      ) : panel === 'packages' ? (
        <Comparison key="package" of="package" {...summary.packages} />
      ) : (
        <Comparison key="approver" of="approver" {...summary.approvers} />
      )}
    </div>
  );
}
