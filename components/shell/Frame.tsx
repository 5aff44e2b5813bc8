'use client';

import type { ReactNode } from 'react';
import { Keys } from '../keys/Keys';
import { useView, ViewProvider } from '../view/useView';
import { ZoneProvider } from '../view/Zone';
import { Header } from './Header';
import { Notices } from './Notices';
import { TimeTip } from './TimeTip';

/** What every page stands in: the view of its address, the zone of its times, the bar on top. */
export function Frame({ children }: { children: ReactNode }) {
  return (
    <ViewProvider>
      <InZone>
        <Keys>
          <Notices />
          <Header />
          {children}
          <TimeTip />
        </Keys>
      </InZone>
    </ViewProvider>
  );
}

function InZone({ children }: { children: ReactNode }) {
  const { view } = useView();
  return <ZoneProvider tz={view.tz}>{children}</ZoneProvider>;
}
