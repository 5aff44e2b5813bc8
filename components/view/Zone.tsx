'use client';

import { createContext, type ReactNode, use, useMemo, useState, useSyncExternalStore } from 'react';
import type { TimeZone } from '@/lib/filter/view';
import { localTimeZone } from '@/lib/words/time';

interface Zone {
  /** IANA name of the zone in which times are shown. */
  timeZone: string;
  /** IANA name of the reader's own zone. */
  local: string;
  /** When this page was opened, UTC ISO 8601; times of another year carry their year. */
  now: string;
}

const Context = createContext<Zone>({ timeZone: 'UTC', local: 'UTC', now: '1970-01-01T00:00:00Z' });

export function ZoneProvider({ tz, children }: { tz: TimeZone; children: ReactNode }) {
  const [now] = useState(() => new Date().toISOString());
  const local = useSyncExternalStore(unchanging, localTimeZone, () => 'UTC');
  const zone = useMemo(() => ({ timeZone: tz === 'local' ? local : 'UTC', local, now }), [tz, local, now]);
  return <Context value={zone}>{children}</Context>;
}

export function useZone(): Zone {
  return use(Context);
}

function unchanging() {
  return () => {};
}
