'use client';

import { Terminal } from 'lucide-react';
import dynamic from 'next/dynamic';
import { usePathname } from 'next/navigation';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useView } from '../view/useView';

const KqlPanel = dynamic(() => import('./KqlPanel').then((panel) => panel.KqlPanel), {
  loading: () => <p className="text-ink-3">Loading…</p>,
});

/** The way back to the records of the requests that the page shows; nothing on a page of something else. */
export function SentinelShown() {
  const { view, filter, pinned } = useView();
  const hasRows = usePathname() === '/' || pinned !== null;
  if (!hasRows) return null;
  return (
    <DialogTrigger>
      <Button id="kql" className="button">
        <Terminal size={14} aria-hidden />
        <span className="max-[30rem]:sr-only">Query</span>
      </Button>
      <Popover className="menu w-[40rem] max-w-[calc(100vw-1rem)] overflow-y-auto" placement="bottom end">
        <Dialog aria-label="Query for Sentinel" className="p-3 outline-none">
          <KqlPanel which={{ filter, rules: view.rules }} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
