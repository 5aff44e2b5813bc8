'use client';

import { useState } from 'react';
import type { ManifestAnswer } from '@/lib/answers';
import type { Coverage } from '@/lib/coverage';
import { countWords } from '@/lib/words/count';
import type { Shown } from './Export';
import { sizeWords } from './sizeWords';
import type { Wanted } from './useExport';

const contents = {
  view: ['This view’s columns', 'as the table has them, in its order'],
  record: ['The full record', 'everything a request has, decision by decision'],
} as const;
const formats = {
  csv: ['CSV', 'for spreadsheets; text that one could run as a formula is led by an apostrophe'],
  ndjson: ['NDJSON', 'one request a line, every text as it was written'],
} as const;

const gaps: Record<Exclude<Coverage['state'], 'complete'>, string> = {
  loading: 'The audit records are still being read',
  failed: 'Reading the audit records failed',
  empty: 'No audit record could be read',
};

/** Bytes of a row, measured over the bundled data with the usual columns, for a first idea of the file's size. */
const usualBytes = { csv: { view: 400, record: 1970 }, ndjson: { view: 670, record: 2330 } };

/** What to put into the file, said with the number of rows it will hold; a lack of data must be accepted first. */
export function ExportChoice({
  shown: { total, coverage, filter, rules, sort, columns },
  start,
}: {
  shown: Shown;
  start: (wanted: Wanted, rows: number) => void;
}) {
  const [content, setContent] = useState<ManifestAnswer['content']>('view');
  const [format, setFormat] = useState<ManifestAnswer['format']>('csv');
  const [accepted, setAccepted] = useState(false);
  if (total === undefined || coverage === undefined) return <p className="text-ink-3">Counting the rows…</p>;
  const gap = coverage === 'complete' ? null : gaps[coverage];
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        start({ filter, rules, sort, columns, content, format }, total);
      }}
    >
      <p>
        <strong className="font-semibold">
          {countWords(total)} of {countWords(total)} rows
        </strong>
        , exactly this filter, in the order shown.
      </p>
      <Choice legend="Content" name="content" words={contents} chosen={content} choose={setContent} />
      <Choice legend="Format" name="format" words={formats} chosen={format} choose={setFormat} />
      <p className="text-ink-2 text-small">
        Times in the file are UTC, whatever is shown here. About{' '}
        {sizeWords(total * usualBytes[format][content])}.
      </p>
      {gap === null ? null : (
        <label className="note flex items-start gap-2">
          <input
            type="checkbox"
            className="mt-1 accent-accent"
            checked={accepted}
            onChange={(event) => setAccepted(event.target.checked)}
          />
          {gap}: rows may be missing. Export what there is; the manifest will say so.
        </label>
      )}
      <button
        type="submit"
        className="button button-primary justify-self-end"
        disabled={gap !== null && !accepted}
      >
        Export
      </button>
    </form>
  );
}

function Choice<V extends string>({
  legend,
  name,
  words,
  chosen,
  choose,
}: {
  legend: string;
  name: string;
  words: Record<V, readonly [label: string, about: string]>;
  chosen: V;
  choose: (value: V) => void;
}) {
  const values = Object.keys(words).filter((value): value is V => Object.hasOwn(words, value));
  return (
    <fieldset>
      <legend className="section-title">{legend}</legend>
      {values.map((value) => (
        <label key={value} className="flex items-start gap-2 py-1">
          <input
            type="radio"
            name={name}
            className="mt-1 accent-accent"
            checked={chosen === value}
            onChange={() => choose(value)}
          />
          <span>
            {words[value][0]}
            <span className="block text-ink-2 text-small">{words[value][1]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
