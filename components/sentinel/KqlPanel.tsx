'use client';

import { kqlUrl, type Which } from '../data/urls';
import { useAnswer } from '../data/useAnswer';
import { Failure } from '../ui/Failure';
import { KqlQueries } from './KqlQueries';

/** The queries for a view, once they are here. */
export function KqlPanel({ which }: { which: Which }) {
  const { answer, error, stale, retry } = useAnswer('/api/kql', kqlUrl(which));
  if (error) return <Failure what="The query" error={error} retry={retry} />;
  if (answer === undefined || stale)
    return (
      <p role="status" className="text-ink-3">
        Writing the query…
      </p>
    );
  return <KqlQueries answer={answer.data} />;
}
