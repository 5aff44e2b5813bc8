'use client';

import { use } from 'react';
import type { Justification } from '@/lib/request';
import { LogText } from './LogText';
import { SearchTerms } from './SearchTerms';
import { cutAt, firstMatch } from './visibleText';

const withoutText = {
  absent: ['No reason', 'The record carries no justification.'],
  empty: ['Left blank', 'The record carries an empty justification.'],
  unknown: ['Not in the data', 'The data at hand cannot tell whether a reason was given.'],
} as const;

/**
 * A justification in its own words, or the words for its absence; never an empty space. Where it is `expandable`
 * it is whole; elsewhere, where lines are few, it may start shortly before the first match.
 */
export function Reason({
  justification,
  expandable = false,
}: {
  justification: Justification;
  expandable?: boolean;
}) {
  if (justification.state === 'given') {
    const text = justification.text ?? '';
    return expandable ? <LogText text={text} expandable /> : <Excerpt text={text} />;
  }
  const [words, meaning] = withoutText[justification.state];
  return (
    <i className="text-ink-3" title={meaning}>
      {words}
    </i>
  );
}

/** Text for a place of two lines: a match that would fall behind them is brought forward. */
function Excerpt({ text }: { text: string }) {
  const match = firstMatch(text, use(SearchTerms));
  if (match === null || match < 60) return <LogText text={text} />;
  const space = text.lastIndexOf(' ', match - 40);
  const from = space > 0 ? space + 1 : cutAt(text, match - 40);
  return (
    <span title="The beginning is left out; open the request to read it whole.">
      <span className="hidden print:inline">
        <LogText text={text} to={from} />
      </span>
      <span className="print:hidden">…</span>
      <LogText text={text} from={from} />
    </span>
  );
}
