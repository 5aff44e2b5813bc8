'use client';

import { timeToTheSecondWords } from '@/lib/words/time';
import { useAnswer } from '../data/useAnswer';
import { BadLink } from '../filters/BadLink';
import { Failure } from '../ui/Failure';
import { LogText } from '../ui/LogText';
import { useZone } from '../view/Zone';
import { Problems } from './Problems';
import { gapSentences, inputSentences, recordSentences, spanSentences } from './sentences';
import { UnlinkedOperations } from './UnlinkedOperations';

/** What the data span, what was read, and what was skipped or cannot be seen, in plain sentences. */
export function CoveragePage() {
  const { timeZone } = useZone();
  const { answer, error, retry } = useAnswer('/api/coverage', '/api/coverage');
  const report = answer?.data;
  return (
    <main className="mx-auto grid max-w-4xl gap-4 p-4">
      <h1 className="text-title">Coverage</h1>
      <BadLink />
      {error ? <Failure what="The coverage" error={error} retry={retry} /> : null}
      {report === undefined ? (
        error ? null : (
          <p role="status" className="text-ink-3">
            Reading the coverage…
          </p>
        )
      ) : (
        <>
          <Told
            title="What the data span"
            sentences={spanSentences(report, (at) => `${timeToTheSecondWords(at, timeZone)} ${timeZone}`)}
          />
          <Told title="What was read" sentences={inputSentences(report)} />
          <Problems listed={report.listed} total={report.problems} />
          <Told title="What became of the records" sentences={recordSentences(report.records)} />
          <Told title="What cannot be seen" sentences={gapSentences(report)} />
          <UnlinkedOperations operations={report.unlinkedOperations} />
        </>
      )}
    </main>
  );
}

function Told({ title, sentences }: { title: string; sentences: readonly string[] }) {
  return (
    <section className="card">
      <h2 className="font-semibold">{title}</h2>
      <ul className="mt-1 grid gap-1">
        {sentences.map((sentence) => (
          <li key={sentence} className="break-words">
            <LogText text={sentence} />
          </li>
        ))}
      </ul>
    </section>
  );
}
