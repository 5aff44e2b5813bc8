'use client';

import type { KqlAnswer } from '@/lib/answers';
import { timeWithYearWords } from '@/lib/words/time';
import { useZone } from '../view/Zone';
import { KqlBox } from './KqlBox';

/** The query for the records of what is shown, and the published hunting query over the same time. */
export function KqlQueries({ answer: { records, exact, about, huntingQuery } }: { answer: KqlAnswer }) {
  const { timeZone } = useZone();
  const unlinked = new Set([records?.unlinked, huntingQuery?.unlinked].filter((why) => why != null));
  return (
    <div className="grid gap-4">
      {records === null ? (
        <p>{about}</p>
      ) : (
        <KqlBox title={exact ? 'Exactly these records' : 'These records, and others'} query={records}>
          {about}
        </KqlBox>
      )}
      {huntingQuery === null ? null : (
        <KqlBox title="The published hunting query" query={huntingQuery}>
          Its text holds no time. Run it over {timeWithYearWords(huntingQuery.timespan.from, timeZone)} to{' '}
          {timeWithYearWords(huntingQuery.timespan.to, timeZone)} ({timeZone}).
        </KqlBox>
      )}
      {[...unlinked].map((why) => (
        <p key={why} className="text-ink-2 text-small">
          {why}
        </p>
      ))}
    </div>
  );
}
