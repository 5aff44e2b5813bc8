'use client';

import { useElapsed } from '../data/useElapsed';

/**
 * A bar for a question on its way. It takes no room of its own; after one second it counts and can be cancelled,
 * after ten it says how to ask for less.
 */
export function Waiting({
  running,
  cancel,
  narrow,
}: {
  running: boolean;
  cancel: () => void;
  /** Asks for the last seven days alone, where that is less than what was asked for. */
  narrow?: (() => void) | undefined;
}) {
  const seconds = useElapsed(running);
  return (
    <div className="relative h-0 print:hidden">
      {running ? <div className="absolute inset-x-0 top-0 z-10 h-0.5 bg-accent" /> : null}
      {seconds >= 1 ? (
        <p className="absolute end-2 top-2 z-10 flex items-center gap-3 rounded-control border border-line bg-surface px-3 py-1 shadow-menu">
          <span className="num" role="timer">
            Updating, {seconds} s{seconds >= 10 ? '; a shorter time range answers faster' : ''}
          </span>
          {seconds >= 10 && narrow ? (
            <button type="button" className="link" onClick={narrow}>
              Narrow to 7 days
            </button>
          ) : null}
          <button type="button" className="link" onClick={cancel}>
            Cancel
          </button>
        </p>
      ) : null}
    </div>
  );
}
