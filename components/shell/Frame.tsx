'use client';

import type { ReactNode } from 'react';
import { useView, ViewProvider } from '../view/useView';
import { ZoneProvider } from '../view/Zone';
import { Header } from './Header';
import { Notices } from './Notices';

/** What every page stands in: the view of its address, the zone of its times, the bar on top. */
export function Frame({ children }: { children: ReactNode }) {
  return (
    <ViewProvider>
      <InZone>
        <Notices />
        <Header />
        {children}
      </InZone>
    </ViewProvider>
  );
}

function InZone({ children }: { children: ReactNode }) {
  const { view } = useView();
  return <ZoneProvider tz={view.tz}>{children}</ZoneProvider>;
}
