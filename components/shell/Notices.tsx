'use client';

import { timeToTheSecondWords } from '@/lib/words/time';
import { useAnswer } from '../data/useAnswer';
import { LogText } from '../ui/LogText';
import { useZone } from '../view/Zone';
import { failureWords, loadingWords, rebuiltWords, sourceWords } from './noticeWords';

/** What holds for the whole page: where the data come from, and whether they are all read. */
export function Notices() {
  const { timeZone } = useZone();
  const { answer } = useAnswer('/api/coverage', '/api/coverage');
  if (answer === undefined) return <div className="h-6 bg-accent-bg" />;
  const report = answer.data;
  const loading = loadingWords(report);
  const failures = failureWords(report);
  const rebuilt = rebuiltWords(report, (at) => `${timeToTheSecondWords(at, timeZone)} ${timeZone}`);
  return (
    <section aria-label="About these data">
      <p className="bg-accent-bg px-4 py-1 text-center text-ink-2 text-small">
        <LogText text={sourceWords(report)} />
      </p>
      {loading === null ? null : (
        <div role="status" className="relative bg-medium-bg px-4 py-1 text-medium text-small">
          <progress className="reading" value={report.progress} max={1} aria-label="Audit records read" />
          {loading} — numbers are lower bounds
        </div>
      )}
      {rebuilt === null || report.state === 'complete' ? null : (
        <p className="bg-medium-bg px-4 py-1 text-medium text-small">{rebuilt}.</p>
      )}
      {failures.length === 0 ? null : (
        <div role="alert" className="bg-strong-bg px-4 py-1 text-small text-strong">
          {failures.map((failure) => (
            <p key={failure}>
              Reading stopped: <LogText text={failure} />
            </p>
          ))}
          <p>Numbers are lower bounds.</p>
        </div>
      )}
      {answer.meta.warnings.map((warning) => (
        <p key={warning} className="bg-medium-bg px-4 py-1 text-medium text-small">
          <LogText text={warning} />
        </p>
      ))}
    </section>
  );
}
