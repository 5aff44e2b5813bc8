'use client';

import { setTime } from '@/lib/filter/edit';
import type { View } from '@/lib/filter/view';
import { spanPresets } from '../filters/spanWords';
import { pages } from '../shell/pages';
import { useStored } from '../ui/useStored';
import { addressOf, useView } from '../view/useView';
import { useZone } from '../view/Zone';
import { useKeySheets, useKeysOn } from './Keys';
import type { Command } from './Palette';
import { useCheckCommands } from './useCheckCommands';

/** What the palette offers by itself, in sections. `carried` is the view that another page starts with. */
export function useCommands(carried: View, go: (address: string) => void) {
  const { view, show, narrow } = useView();
  const { now } = useZone();
  const [on, setKeys] = useKeysOn();
  const { openSheet } = useKeySheets();
  const [, setTheme] = useStored('theme');
  const checks = useCheckCommands(carried, go);
  const click = (id: string) => document.getElementById(id)?.click();
  const sections: { title: string; commands: Command[] }[] = [
    {
      title: 'Go to',
      commands: pages.map(({ path, words }) => ({
        id: `page:${path}`,
        words,
        run: () => go(addressOf(path, carried)),
      })),
    },
    {
      title: 'Time range',
      commands: spanPresets(now).map(({ words, span }) => ({
        id: `span:${words}`,
        words,
        run: () => narrow((filter) => setTime(filter, { ...filter.time, span })),
      })),
    },
    {
      title: 'This view',
      commands: [
        { id: 'copy', words: 'Copy link', run: () => click('copy-link') },
        { id: 'export', words: 'Export', run: () => click('export') },
        { id: 'kql', words: 'Copy as KQL…', run: () => click('kql') },
        {
          id: 'zone',
          words: view.tz === 'UTC' ? 'Show local time' : 'Show UTC',
          run: () =>
            show((present) => ({ ...present, tz: present.tz === 'UTC' ? 'local' : 'UTC' }), {
              replace: true,
            }),
        },
        { id: 'print', words: 'Print', run: () => setTimeout(() => window.print(), 300) },
      ],
    },
    { title: 'Checks', commands: checks },
    {
      title: 'Settings',
      commands: [
        { id: 'light', words: 'Light theme', run: () => setTheme('light') },
        { id: 'dark', words: 'Dark theme', run: () => setTheme('dark') },
        { id: 'system', words: 'Theme of the system', run: () => setTheme(null) },
        { id: 'keys', words: on ? 'Turn single keys off' : 'Turn single keys on', run: () => setKeys(!on) },
        { id: 'sheet', words: 'List of keys', run: openSheet },
      ],
    },
  ];
  return sections;
}
