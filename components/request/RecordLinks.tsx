import { readInstant } from '@/lib/filter/instant';
import type { RequestDetail } from '@/lib/request';
import { LogText } from '../ui/LogText';
import { ShowMore } from '../ui/ShowMore';
import { Time } from '../ui/Time';
import { RecordLink } from './RecordLink';

/** The audit records with these keys, each leading to its place among the raw records further down. */
export function RecordLinks({ keys, detail }: { keys: readonly string[]; detail: RequestDetail }) {
  const known = [...detail.records, ...detail.evidence];
  const found = [...new Set(keys)].flatMap((key) => known.find((each) => each.key === key) ?? []);
  if (found.length === 0) return null;
  return (
    <ShowMore items={found} first={4}>
      {(shown) => (
        <ul className="mt-1 text-small" aria-label="Records it used">
          {shown.map(({ key, record }) => (
            <li key={key} className="break-words">
              <RecordLink record={key}>
                <LogText text={textOf(record.OperationName) ?? key} />
              </RecordLink>
              <When instant={readInstant(textOf(record.TimeGenerated) ?? '')} />
            </li>
          ))}
        </ul>
      )}
    </ShowMore>
  );
}

function When({ instant }: { instant: string | null }) {
  if (instant === null) return null;
  return (
    <>
      ,{' '}
      <span className="whitespace-nowrap">
        <Time at={instant} exact />
      </span>
    </>
  );
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
