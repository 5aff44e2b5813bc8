'use client';

import { countWords } from '@/lib/words/count';
import type { Shown } from './Export';
import { ExportChoice } from './ExportChoice';
import { ExportDone } from './ExportDone';
import { sizeWords } from './sizeWords';
import type { useExport } from './useExport';

/** Where an export stands: what to export, how far it is, that it is whole, or why it is not. */
export function ExportPanel({ shown, exporting }: { shown: Shown; exporting: ReturnType<typeof useExport> }) {
  const { state, start, cancel } = exporting;
  switch (state.kind) {
    case 'idle':
      return <ExportChoice shown={shown} start={start} />;
    case 'running': {
      const { rows, total, bytes } = state.received;
      return (
        <div className="grid gap-2">
          <progress className="w-full accent-accent" value={rows} max={total} aria-label="Rows received" />
          <div className="flex items-center justify-between gap-2">
            <span className="num">
              {countWords(rows)} of {countWords(total)} rows, {sizeWords(bytes)}
            </span>
            <button type="button" className="button button-small" onClick={cancel}>
              Cancel
            </button>
          </div>
        </div>
      );
    }
    case 'done':
      return <ExportDone checked={state.checked} again={cancel} />;
    case 'failed':
      return (
        <div className="grid gap-2">
          <p role="alert" className="note failure">
            <strong className="font-semibold">The export failed; no file was kept.</strong> {state.message}
          </p>
          <button type="button" className="button button-small justify-self-end" onClick={cancel}>
            Try again
          </button>
        </div>
      );
  }
}
