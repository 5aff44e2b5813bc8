'use client';

import type { TimeZone } from '@/lib/filter/view';
import { useKey } from '../keys/Keys';
import { useView } from '../view/useView';
import { useZone } from '../view/Zone';

/** Shows every time in UTC or in the reader's own zone. */
export function ZoneSwitch() {
  const { view, show } = useView();
  const { local } = useZone();
  const choose = (tz: TimeZone) => show((present) => ({ ...present, tz }), { replace: true });
  useKey('zone', () => choose(view.tz === 'UTC' ? 'local' : 'UTC'));
  const zones: { tz: TimeZone; words: string }[] = [
    { tz: 'UTC', words: 'UTC' },
    { tz: 'local', words: local === 'UTC' ? 'Local' : local },
  ];
  return (
    <fieldset className="flex rounded-control border border-control print:hidden" aria-label="Time zone">
      {zones.map(({ tz, words }) => (
        <button
          key={tz}
          type="button"
          aria-pressed={view.tz === tz}
          className="min-h-[30px] max-w-40 truncate rounded-control px-2 text-ink-2 text-small aria-pressed:bg-selected aria-pressed:font-semibold aria-pressed:text-ink"
          onClick={() => choose(tz)}
        >
          {words}
        </button>
      ))}
    </fieldset>
  );
}
