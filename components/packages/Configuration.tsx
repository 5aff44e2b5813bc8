'use client';

import type { ConfigurationChange } from '@/lib/answers';
import { PersonLink } from '../people/PersonLink';
import { LogText } from '../ui/LogText';
import { NameOrId } from '../ui/NameOrId';
import { ShowMore } from '../ui/ShowMore';
import { Time } from '../ui/Time';
import { ChangedValues } from './ChangedValues';

/** What was changed about packages and policies, newest first: when, by whom, and from what to what. */
export function Configuration({ changes }: { changes: readonly ConfigurationChange[] }) {
  if (changes.length === 0) return <p className="p-3 text-ink-2">None in the data that you can see.</p>;
  return (
    <ShowMore items={changes.toReversed()} first={20}>
      {(shown) => (
        <ol>
          {shown.map((change) => (
            <li key={change.record} className="border-line px-3 py-2 not-first:border-t">
              <OneChange change={change} />
            </li>
          ))}
        </ol>
      )}
    </ShowMore>
  );
}

function OneChange({ change }: { change: ConfigurationChange }) {
  const { at, operation, actor, actorId, actorName, policy, policyId, changes } = change;
  return (
    <>
      <p className="flex flex-wrap items-baseline justify-between gap-x-3">
        <span className="min-w-0 break-words font-medium">
          <LogText text={operation} />
        </span>
        <span className="text-small">
          <Time at={at} exact />
        </span>
      </p>
      <p className="break-words text-ink-2">
        by <PersonLink id={actorId} name={actor ?? actorName} />
        {policy === null && policyId === null ? null : (
          <>
            {' · policy '}
            <NameOrId name={policy} id={policyId} />
          </>
        )}
      </p>
      {changes.length === 0 ? (
        <p className="text-ink-3 italic">Changed; content not in the log.</p>
      ) : (
        <ChangedValues changes={changes} />
      )}
    </>
  );
}
