'use client';

import { ChevronDown, ChevronUp } from 'lucide-react';
import { panels, useShownPanel } from './useShownPanel';

/** Which charts stand above the table, or none. */
export function PanelSwitch() {
  const { offered, shown, show } = useShownPanel();
  return (
    <fieldset className="flex flex-wrap items-center gap-1 print:hidden">
      <legend className="sr-only">Charts</legend>
      {offered.map((panel) => (
        <button
          key={panel}
          type="button"
          className="panel-button"
          aria-pressed={panel === shown}
          onClick={() => show(panel)}
        >
          {panels[panel]}
        </button>
      ))}
      <button
        type="button"
        className="icon-button"
        aria-expanded={shown !== null}
        aria-label="Charts"
        title={shown === null ? 'Show the charts' : 'Fold the charts away'}
        onClick={() => show(shown === null ? 'decisions' : null)}
      >
        {shown === null ? <ChevronDown size={16} aria-hidden /> : <ChevronUp size={16} aria-hidden />}
      </button>
    </fieldset>
  );
}
