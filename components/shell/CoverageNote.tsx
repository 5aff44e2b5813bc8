'use client';

import Link from 'next/link';
import type { CoverageReport } from '@/lib/coverage';
import { defaultView } from '@/lib/filter/view';
import { countWords } from '@/lib/words/count';
import { useAnswer } from '../data/useAnswer';
import { Time } from '../ui/Time';
import { addressOf, useView } from '../view/useView';
import { useZone } from '../view/Zone';

/** How fresh the data are, how many requests they hold, and whether that is all: one line, leading to the whole. */
export function CoverageNote() {
  const { view } = useView();
  const { timeZone } = useZone();
  const { answer } = useAnswer('/api/coverage', '/api/coverage');
  if (answer === undefined) return null;
  const { to, requests } = answer.data;
  return (
    <Link
      href={addressOf('/coverage', { ...defaultView, tz: view.tz })}
      className="num coverage-note text-ink-2 text-small hover:underline"
    >
      {to === null ? null : (
        <>
          Data to <Time at={to} /> {timeZone} ·{' '}
        </>
      )}
      {countWords(requests)} requests · <State report={answer.data} />
    </Link>
  );
}

function State({ report: { state, progress, problems } }: { report: CoverageReport }) {
  switch (state) {
    case 'loading':
      return <strong className="font-medium text-medium">reading, {Math.floor(progress * 100)}%</strong>;
    case 'failed':
      return <strong className="font-medium text-strong">reading failed</strong>;
    case 'empty':
      return <strong className="font-medium text-medium">no data</strong>;
    case 'complete':
      if (problems === 0) return 'complete';
      return (
        <strong className="font-medium text-medium">
          {problems === 1 ? '1 problem' : `${countWords(problems)} problems`}
        </strong>
      );
  }
}
