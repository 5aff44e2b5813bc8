'use client';

import { addValue } from '@/lib/filter/edit';
import type { RequestDetail } from '@/lib/request';
import { countWords } from '@/lib/words/count';
import { requestorName } from '@/lib/words/people';
import { NameOrId } from '../ui/NameOrId';
import { Time } from '../ui/Time';
import { useView } from '../view/useView';
import { ViewLink } from '../view/ViewLink';
import { Section } from './Section';

/** Who else gave the same reason, each leading to that request; silent where nobody did. */
export function SameReason({ detail }: { detail: RequestDetail }) {
  const { narrow } = useView();
  const { sameWords, tenant, requestorJustification } = detail;
  if (sameWords === null || sameWords.others.length === 0) return null;
  const { uses, people, packages, others } = sameWords;
  const { text } = requestorJustification;
  return (
    <Section title={`Same words (${countWords(uses)} requests)`}>
      <p className="text-ink-2">
        The same reason but for case, spaces and numbers: {countWords(uses)} requests,{' '}
        {counted(people, 'person', 'people')}, {counted(packages, 'package', 'packages')}.
      </p>
      <ul className="mt-1 grid gap-1">
        {others.map((other) => (
          <li key={other.requestId} className="break-words">
            <ViewLink
              className="link"
              to={(view) => ({ ...view, open: { tenant, requestId: other.requestId } })}
            >
              {other.at === null ? 'Time not in the data' : <Time at={other.at} />}
            </ViewLink>{' '}
            <NameOrId name={requestorName(other)} id={other.requestorId} />
            {', '}
            <NameOrId name={other.package} id={other.packageId} />
          </li>
        ))}
      </ul>
      {uses - 1 > others.length ? (
        <p className="text-ink-2 text-small">These are the newest {others.length} of the others.</p>
      ) : null}
      {text === null ? null : (
        <button
          type="button"
          className="button button-small mt-2 print:hidden"
          onClick={() => narrow((filter) => addValue(filter, 'q', text))}
        >
          Only requests with these words
        </button>
      )}
    </Section>
  );
}

function counted(count: number, one: string, many: string): string {
  return `${countWords(count)} ${count === 1 ? one : many}`;
}
