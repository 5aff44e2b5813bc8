import type { AccessRequest, TimelineEntry } from '@/lib/request';
import { LogText } from '../ui/LogText';
import { Tag } from '../ui/Tag';
import { Time } from '../ui/Time';
import { afterwardsWords } from './afterwards';
import { RecordLink } from './RecordLink';
import { stepWords } from './stepWords';

/** Every record of the request in time order; records that only stand beside it are lighter. */
export function Timeline({
  entries,
  request,
}: {
  entries: readonly TimelineEntry[];
  request: AccessRequest;
}) {
  return (
    <ol>
      {entries.map((entry) => (
        <li
          key={entry.record}
          className={`relative border-line border-s-2 pb-2 ps-4 ${entry.context ? 'text-ink-3' : ''}`}
        >
          <span
            aria-hidden
            className={`absolute -start-[5px] top-1.5 size-2 rounded-full ${entry.context ? 'border border-control bg-surface' : 'bg-accent'}`}
          />
          <p className="flex flex-wrap items-baseline justify-between gap-x-3">
            <span className="min-w-0">
              <Step entry={entry} request={request} />
            </span>
            <span className="text-small">
              <Time at={entry.at} exact />
            </span>
          </p>
          <p className={`text-small break-words ${entry.context ? '' : 'text-ink-2'}`}>
            <RecordLink record={entry.record}>
              <LogText text={entry.operation} />
            </RecordLink>
            <Actor entry={entry} />
          </p>
        </li>
      ))}
    </ol>
  );
}

function Step({ entry, request }: { entry: TimelineEntry; request: AccessRequest }) {
  const { step, context, result, operation } = entry;
  const isSuccess = result === null || result.toLowerCase() === 'success';
  const afterwards = isSuccess ? afterwardsWords(entry, request) : null;
  const words = afterwards ?? (Object.hasOwn(stepWords, step) ? stepWords[step] : undefined);
  return (
    <>
      {words ?? <LogText text={operation} />}
      {context ? ' (beside the request)' : null}
      {words === undefined && !context ? (
        <>
          {' '}
          <Tag tone="plain">other</Tag>
        </>
      ) : null}
      {isSuccess ? null : (
        <>
          {' '}
          <Tag tone="medium">
            <LogText text={result} />
          </Tag>
        </>
      )}
    </>
  );
}

function Actor({ entry: { actor, actorName, actorId } }: { entry: TimelineEntry }) {
  const name = actor ?? actorName ?? actorId;
  if (name === null) return null;
  return (
    <>
      {', '}
      <LogText text={name} />
    </>
  );
}
