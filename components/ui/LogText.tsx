'use client';

import { use, useState } from 'react';
import { SearchTerms } from './SearchTerms';
import { cutAt, visibleParts } from './visibleText';

const cap = 4000;

/**
 * Text from the log, written by anyone: never interpreted, isolated in its own direction, invisible characters
 * shown by number, search words marked, and no longer than 4,000 characters until asked.
 */
export function LogText({
  text,
  from = 0,
  to = text.length,
  expandable = false,
}: {
  text: string;
  /** Shows only these UTF-16 units of the text; search words still match in the whole of it. */
  from?: number;
  to?: number;
  expandable?: boolean;
}) {
  const terms = use(SearchTerms);
  const [all, setAll] = useState(false);
  const long = to - from > cap && !all;
  const parts = visibleParts(text, terms, from, long ? cutAt(text, from + cap) : to);
  let at = 0;
  return (
    <>
      <bdi dir="auto">
        {parts.map((part) => {
          const key = at;
          at += part.text.length;
          if (part.kind === 'match') return <mark key={key}>{part.text}</mark>;
          if (part.kind === 'invisible') {
            return (
              <span key={key} className="text-strong" title="A character that does not show">
                {part.text}
              </span>
            );
          }
          return part.text;
        })}
        {long ? '…' : null}
      </bdi>
      {long && expandable ? (
        <button type="button" className="link ms-2" onClick={() => setAll(true)}>
          Show all {text.length.toLocaleString('en')} characters
        </button>
      ) : null}
    </>
  );
}
