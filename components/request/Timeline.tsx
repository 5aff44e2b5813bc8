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
      {entries.map((entry) => {
        const words = wordsOf(entry, request);
        return (
          <li
            key={entry.record}
            className={`relative border-line border-s-2 pb-2 ps-4 ${entry.context ? 'text-ink-3' : ''}`}
          >
            <span
              aria-hidden
              className={`absolute -start-[5px] top-1.5 size-2 rounded-full ${entry.context ? 'border border-control bg-surface' : 'bg-accent'}`}
            />
            <p className="flex flex-wrap items-baseline justify-between gap-x-3">
              <span className="min-w-0 break-words">
                <Step entry={entry} words={words} />
              </span>
              <span className="text-small">
                <Time at={entry.at} exact />
              </span>
            </p>
            <p className={`text-small break-words ${entry.context ? '' : 'text-ink-2'}`}>
              {words === null ? null : <Operation entry={entry} />}
              <Actor entry={entry} after={words === null ? '' : ', '} />
            </p>
          </li>
        );
      })}
    </ol>
  );
}

/** What the record means, in words of ours; null where all there is to say is its operation. */
function wordsOf(entry: TimelineEntry, request: AccessRequest): string | null {
  const afterwards = isSuccess(entry) ? afterwardsWords(entry, request) : null;
  return afterwards ?? (Object.hasOwn(stepWords, entry.step) ? (stepWords[entry.step] ?? null) : null);
}

function isSuccess({ result }: TimelineEntry): boolean {
  return result === null || result.toLowerCase() === 'success';
}

function Step({ entry, words }: { entry: TimelineEntry; words: string | null }) {
  const { context, result } = entry;
  return (
    <>
      {words ?? <Operation entry={entry} />}
      {context ? ' (beside the request)' : null}
      {words === null && !context ? (
        <>
          {' '}
          <Tag tone="plain">other</Tag>
        </>
      ) : null}
      {result === null || isSuccess(entry) ? null : (
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

function Operation({ entry: { record, operation } }: { entry: TimelineEntry }) {
  return (
    <RecordLink record={record}>
      <LogText text={operation} />
    </RecordLink>
  );
}

function Actor({ entry, after }: { entry: TimelineEntry; after: string }) {
  const { actor, actorName, actorId } = entry;
  const name = actor ?? actorName ?? actorId;
  if (name === null) return null;
  return (
    <>
      {after}
      <LogText text={name} />
    </>
  );
}
