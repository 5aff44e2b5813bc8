'use client';

import { useAnswer } from '../data/useAnswer';
import { LogText } from '../ui/LogText';

/** What holds for the whole page: where the data come from, and whether they are all read. */
export function Notices() {
  const { answer } = useAnswer('/api/coverage', '/api/coverage');
  if (answer === undefined) return <div className="h-6 bg-accent-bg" />;
  const { source, state, progress, failure } = answer.data;
  return (
    <section aria-label="About these data">
      <p className="bg-accent-bg px-4 py-1 text-center text-ink-2 text-small">
        {source.bundled ? (
          'Bundled sample data'
        ) : (
          <>
            Audit records from <LogText text={source.path} />
          </>
        )}
        , sign-in off, this machine only
      </p>
      {state === 'loading' ? (
        <div role="status" className="relative bg-medium-bg px-4 py-1 text-medium text-small">
          <progress className="reading" value={progress} max={1} aria-label="Audit records read" />
          Reading audit records… {Math.floor(progress * 100)}% — numbers are lower bounds
        </div>
      ) : null}
      {state === 'failed' ? (
        <p role="alert" className="bg-strong-bg px-4 py-1 text-small text-strong">
          Reading stopped: <LogText text={failure ?? 'the reason is in the server’s log.'} /> Numbers are
          lower bounds.
        </p>
      ) : null}
    </section>
  );
}
