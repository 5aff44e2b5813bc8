import type { AccessRequest } from '@/lib/request';
import { LogText } from '../ui/LogText';
import { RecordLink } from './RecordLink';

/** Which record each field of the row was read from, folded away until asked for. */
export function Sources({ sources }: { sources: AccessRequest['sources'] }) {
  const read = Object.entries(sources).filter((entry): entry is [string, string] => entry[1] !== null);
  if (read.length === 0) return null;
  return (
    <details className="mt-4">
      <summary className="section-title">Where each field came from</summary>
      <dl className="mt-1 grid grid-cols-[max-content_1fr] gap-x-3 gap-y-1 font-mono text-small">
        {read.map(([field, record]) => (
          <div key={field} className="contents">
            <dt className="text-ink-2">{field}</dt>
            <dd className="min-w-0 break-all">
              <RecordLink record={record}>
                <LogText text={record} />
              </RecordLink>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
