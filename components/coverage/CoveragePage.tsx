'use client';

import type { CoverageReport } from '@/lib/coverage';
import { timeToTheSecondWords } from '@/lib/words/time';
import { useAnswer } from '../data/useAnswer';
import { BadLink } from '../filters/BadLink';
import { Failure } from '../ui/Failure';
import { LogText } from '../ui/LogText';
import { useZone } from '../view/Zone';
import { LookAgain } from './LookAgain';
import { Problems } from './Problems';
import { fileSentences, gapSentences, recordSentences, spanSentences } from './sentences';
import { UnlinkedOperations } from './UnlinkedOperations';
import { WorkspaceCard } from './WorkspaceCard';

/** What the data span, what was read, and what was skipped or cannot be seen, in plain sentences. */
export function CoveragePage() {
  const { timeZone } = useZone();
  const { answer, error, retry } = useAnswer('/api/coverage', '/api/coverage');
  const report = answer?.data;
  const time = (at: string) => `${timeToTheSecondWords(at, timeZone)} ${timeZone}`;
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
          <Told title="What the data span" sentences={spanSentences(report, time)} />
          <Source report={report} time={time} />
          {report.records === null ? null : (
            <Told title="What became of the records" sentences={recordSentences(report.records)} />
          )}
          <Told title="What cannot be seen" sentences={gapSentences(report)} />
          {report.unlinkedOperations === null ? null : (
            <UnlinkedOperations operations={report.unlinkedOperations} />
          )}
        </>
      )}
    </main>
  );
}

/** Where the records come from: files and what was skipped of them, or workspaces and what they still need. */
function Source({ report, time }: { report: CoverageReport; time: (instant: string) => string }) {
  const { source, files, listed, problems } = report;
  if (source.kind === 'files')
    return (
      <>
        <Told title="What was read" sentences={fileSentences(source, files)} />
        {listed === null ? null : <Problems listed={listed} total={problems} />}
      </>
    );
  return (
    <>
      <LookAgain />
      {source.workspaces.map((workspace) => (
        <WorkspaceCard key={workspace.id} workspace={workspace} connection={source} time={time} />
      ))}
    </>
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
