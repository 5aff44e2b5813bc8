'use client';

import { useState } from 'react';
import type { HuntingRow, WorkspaceHuntingAnswer } from '@/lib/answers';
import { countWords } from '@/lib/words/count';
import { withParams } from '../data/urls';
import { useAnswer } from '../data/useAnswer';
import { Failure } from '../ui/Failure';
import { LogText } from '../ui/LogText';
import { HuntingTable } from './HuntingTable';

/** Runs the published query in a workspace and sets its rows beside the local ones; nothing in files mode. */
export function WorkspaceComparison({ span }: { span: URLSearchParams }) {
  const { answer } = useAnswer('/api/coverage', '/api/coverage');
  const [asked, ask] = useState<string | null>(null);
  const source = answer?.data.source;
  const url =
    asked === null
      ? null
      : withParams('/api/hunting-query/workspace', new URLSearchParams([...span, ['workspace', asked]]));
  const compared = useAnswer('/api/hunting-query/workspace', url, { keep: false });
  if (source?.kind !== 'log-analytics') return null;
  return (
    <section className="card" aria-labelledby="workspace-comparison">
      <h2 id="workspace-comparison" className="font-semibold">
        Compare with a workspace
      </h2>
      <p className="mt-1 max-w-prose text-ink-2 text-small">
        Runs the query exactly as published in Log Analytics, over this time range, and compares its rows with
        those of the records read from there.
      </p>
      <div className="mt-2 flex flex-wrap gap-2">
        {source.workspaces.map(({ id, name }) => (
          <button
            key={id}
            type="button"
            className="button button-small"
            onClick={() => (asked === id ? compared.retry() : ask(id))}
          >
            Run in <LogText text={name} />
          </button>
        ))}
      </div>
      <div role="status" className="mt-2">
        {asked !== null && compared.fetching ? (
          <p className="text-ink-3">Log Analytics is answering…</p>
        ) : null}
        {compared.error ? (
          <Failure what="The workspace’s answer" error={compared.error} retry={compared.retry} />
        ) : null}
        {compared.answer && !compared.error ? <Compared answer={compared.answer.data} /> : null}
      </div>
    </section>
  );
}

function Compared({ answer }: { answer: WorkspaceHuntingAnswer }) {
  const { workspace, rowsThere, rowsHere, same, explained, onlyThere, onlyHere, partialReason } = answer;
  const agrees = onlyThere.total === 0 && onlyHere.total === 0;
  return (
    <>
      <p>
        <LogText text={workspace.name} /> answers {rows(rowsThere)}; the records here give {rows(rowsHere)}.{' '}
        {agrees ? `All agree: ${rows(same)} are the same` : `${rows(same)} are the same`}
        {explained.total > 0
          ? `, and ${rows(explained.total)} there repeat one because the workspace holds a record twice under one Id.`
          : '.'}
      </p>
      {partialReason === null ? null : (
        <p className="note mt-2">
          Log Analytics returned part of the result: <LogText text={partialReason} /> Choose a shorter time
          range; what is only here may be there too.
        </p>
      )}
      <Listed title="Only in the workspace" found={onlyThere} />
      <Listed title="Only here" found={onlyHere} />
      <Listed title="Repeated there" found={explained} />
    </>
  );
}

function Listed({ title, found }: { title: string; found: { rows: HuntingRow[]; total: number } }) {
  if (found.total === 0) return null;
  return (
    <details className="mt-2">
      <summary className="cursor-pointer font-medium">
        {title}: {countWords(found.total)}
        {found.rows.length < found.total ? `, the first ${countWords(found.rows.length)} are shown` : ''}
      </summary>
      <HuntingTable rows={found.rows} stale={false} />
    </details>
  );
}

function rows(count: number): string {
  return `${countWords(count)} ${count === 1 ? 'row' : 'rows'}`;
}
