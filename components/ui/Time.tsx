'use client';

import { timeInFull, timeToTheSecondWords, timeWords } from '@/lib/words/time';
import { useZone } from '../view/Zone';

/**
 * An instant in the chosen zone: to the minute, or `exact` to the second with its year. The title has all of it
 * in UTC and in the reader's zone, and how long ago it was; a page has hundreds that are not exact, of which each is
 * written once it is pointed at.
 */
export function Time({ at, exact = false }: { at: string; exact?: boolean }) {
  const { timeZone, local, now } = useZone();
  const inFull = () => timeInFull(at, local, now).join('\n');
  return (
    <time
      key={at}
      dateTime={at}
      title={exact ? inFull() : undefined}
      onPointerEnter={({ currentTarget }) => {
        currentTarget.title = inFull();
      }}
    >
      {exact ? timeToTheSecondWords(at, timeZone) : timeWords(at, timeZone, now)}
    </time>
  );
}
