'use client';

import Link from 'next/link';
import type { HuntingAnswer, MissedRequest } from '@/lib/answers';
import { valueWords } from '@/lib/filter/fields';
import { defaultView } from '@/lib/filter/view';
import { countWords } from '@/lib/words/count';
import { LogText } from '../ui/LogText';
import { Time } from '../ui/Time';
import { addressOf, useView } from '../view/useView';

/** The requests of the same span that the query returns no row for, each with every reason that holds. */
export function MissedRequests({ answer, stale }: { answer: HuntingAnswer; stale: boolean }) {
  const { missed, missedTotal, missedReasons } = answer;
  return (
    <section className={`card ${stale ? 'opacity-60' : ''}`} aria-labelledby="missed" aria-busy={stale}>
      <h2 id="missed" className="font-semibold">
        {countWords(missedTotal)} {missedTotal === 1 ? 'request' : 'requests'} it cannot see
      </h2>
      {missedReasons.length === 0 ? null : (
        <table className="plain-table mt-2">
          <caption className="sr-only">How many requests each reason applies to</caption>
          <thead>
            <tr>
              <th scope="col">Reason; one request can have several</th>
              <th scope="col" className="text-end">
                Requests
              </th>
            </tr>
          </thead>
          <tbody>
            {missedReasons.map(({ code, text, requests }) => (
              <tr key={code}>
                <td className="first-letter:uppercase">{text}</td>
                <td className="num text-end">{countWords(requests)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <ul className="mt-3">
        {missed.map((request) => (
          <li key={`${request.tenant}/${request.requestId}`} className="border-line border-t py-2">
            <OneMissed request={request} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function OneMissed({ request }: { request: MissedRequest }) {
  const { view } = useView();
  const open = { tenant: request.tenant, requestId: request.requestId };
  const who = request.requestor ?? request.target;
  return (
    <>
      <p className="flex flex-wrap items-baseline justify-between gap-x-3">
        <Link className="link font-medium" href={addressOf('/', { ...defaultView, tz: view.tz, open })}>
          <Time at={request.requestedAt ?? request.firstRecordAt} />
        </Link>
        <span className="text-ink-2 text-small">{valueWords('outcome', request.outcome)}</span>
      </p>
      <p className="break-words">
        {who === null ? (
          <i className="text-ink-3">Requestor not in the data</i>
        ) : (
          <>
            {request.requestor === null ? 'for ' : null}
            <LogText text={who} />
          </>
        )}
        {request.package === null ? null : (
          <span className="text-ink-2">
            {' · '}
            <LogText text={request.package} />
          </span>
        )}
      </p>
      <ul className="text-ink-2 text-small">
        {request.reasons.map(({ code, text }) => (
          <li key={code}>{text}</li>
        ))}
      </ul>
    </>
  );
}
