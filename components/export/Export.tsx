'use client';

import { Download } from 'lucide-react';
import dynamic from 'next/dynamic';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { Coverage } from '@/lib/coverage';
import type { View } from '@/lib/filter/view';
import { shareWords } from '@/lib/words/count';
import { useExport } from './useExport';

const ExportPanel = dynamic(() => import('./ExportPanel').then((panel) => panel.ExportPanel), {
  loading: () => <p className="p-2 text-ink-3">Loading…</p>,
});

/** What is shown, all of which the file will hold. `total` and `coverage` are undefined until they are known. */
export interface Shown extends Pick<View, 'filter' | 'rules' | 'sort' | 'columns'> {
  total: number | undefined;
  coverage: Coverage['state'] | undefined;
}

/** Every row of the filter as a file. It goes on while the choices are closed. */
export function Export(shown: Shown) {
  const exporting = useExport();
  const { state } = exporting;
  return (
    <DialogTrigger>
      <Button id="export" className="button" isDisabled={shown.total === undefined}>
        <Download size={14} aria-hidden />
        <span className="max-[30rem]:sr-only">{state.kind === 'running' ? 'Exporting' : 'Export'}</span>
        {state.kind === 'running' ? (
          <span className="num">{shareWords(state.received.rows, state.received.total)}</span>
        ) : null}
      </Button>
      <Popover className="menu w-96 max-w-[calc(100vw-1rem)]" placement="bottom end">
        <Dialog aria-label="Export" className="p-2 outline-none">
          <ExportPanel shown={shown} exporting={exporting} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
