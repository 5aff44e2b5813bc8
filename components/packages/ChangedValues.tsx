import type { ConfigurationChange } from '@/lib/answers';
import { LogText } from '../ui/LogText';

/** What a change was from and to, property by property. */
export function ChangedValues({ changes }: { changes: ConfigurationChange['changes'] }) {
  return (
    <dl className="mt-1 grid grid-cols-[minmax(6rem,max-content)_1fr] gap-x-3 gap-y-1 text-small">
      {changes.map(({ property, before, after }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the properties of one record never change places.
        <div key={place} className="contents">
          <dt className="break-words text-ink-2">
            <LogText text={property} />
          </dt>
          <dd className="min-w-0 break-words">
            <Value text={before} /> <span aria-hidden>→</span>
            <span className="sr-only"> became </span> <Value text={after} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Value({ text }: { text: string | null }) {
  if (text === null) return <i className="text-ink-3">not in the log</i>;
  if (text === '') return <i className="text-ink-3">empty</i>;
  return <LogText text={text} expandable />;
}
