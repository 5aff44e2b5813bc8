'use client';

import { type ReactNode, useId, useState } from 'react';

/**
 * One chart in its frame: what it is, how to read it, the drawing with its summary in words, and the same numbers as a
 * table in its place when asked. `nothing` says why there is nothing to draw.
 */
export function ChartCard({
  title,
  subtitle,
  summary,
  nothing,
  drawing,
  layer,
  legend,
  table,
}: {
  title: string;
  subtitle: ReactNode;
  summary: string;
  nothing: string | null;
  drawing: ReactNode;
  /** What takes the pointer and the keys; it is no part of the picture. */
  layer: ReactNode;
  legend: ReactNode;
  table: () => ReactNode;
}) {
  const id = useId();
  const [asTable, setAsTable] = useState(false);
  return (
    <section className="card chart-card" aria-labelledby={id}>
      <div className="flex items-start justify-between gap-3">
        <div className="min-w-0">
          <h2 id={id} className="font-semibold">
            {title}
          </h2>
          <p className="text-ink-2 text-small">{subtitle}</p>
        </div>
        {nothing === null ? (
          <button
            type="button"
            className="link shrink-0 text-small print:hidden"
            aria-label={`View as table: ${title}`}
            aria-pressed={asTable}
            onClick={() => setAsTable(!asTable)}
          >
            View as table
          </button>
        ) : null}
      </div>
      {nothing !== null ? (
        <p className="chart-nothing">{nothing}</p>
      ) : asTable ? (
        <section
          aria-label={`${title}, as a table`}
          className="chart-table"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
          tabIndex={0}
        >
          {table()}
        </section>
      ) : (
        <>
          <div className="chart-plot">
            <div role="img" aria-label={summary} className="size-full">
              {drawing}
            </div>
            {layer}
          </div>
          <p className="chart-legend">{legend}</p>
        </>
      )}
    </section>
  );
}
