'use client';

import { LogText } from '../ui/LogText';
import { useView } from '../view/useView';

/** Names what in the address has no effect, and takes it out when asked. */
export function BadLink() {
  const { problems, show } = useView();
  if (problems.length === 0) return null;
  return (
    <section
      className="note mb-3 flex flex-wrap items-start gap-x-4 gap-y-2"
      aria-label="Ignored parts of the link"
    >
      <div className="min-w-0 flex-1 max-md:basis-full">
        <p className="font-semibold">Part of this link has no effect. The rest is shown.</p>
        <ul className="mt-1 grid gap-1 break-words">
          {problems.map(({ message }, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list is read anew with every address.
            <li key={place}>
              <LogText text={message} />
            </li>
          ))}
        </ul>
      </div>
      <button
        type="button"
        className="button button-small"
        onClick={() => show((view) => view, { replace: true })}
      >
        Remove from the link
      </button>
    </section>
  );
}
