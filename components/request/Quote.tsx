import type { ReactNode } from 'react';
import type { Justification } from '@/lib/request';
import { LogText } from '../ui/LogText';
import { Reason } from '../ui/Reason';

/** What one person wrote, in full and at their own line breaks, with the facts about it below. */
export function Quote({
  justification,
  further,
  children,
}: {
  justification: Justification;
  further: readonly string[];
  children: ReactNode;
}) {
  return (
    <div className="border-control border-s-2 ps-3">
      <p className="break-words whitespace-pre-wrap">
        <Reason justification={justification} expandable />
      </p>
      {further.length === 0 ? null : (
        <ul className="mt-1" aria-label="Further justifications in the same record">
          {further.map((text, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the texts of one record never change places.
            <li key={index} className="break-words whitespace-pre-wrap">
              <span className="text-ink-3">also: </span>
              <LogText text={text} expandable />
            </li>
          ))}
        </ul>
      )}
      <div className="mt-1 text-small text-ink-2">{children}</div>
    </div>
  );
}
