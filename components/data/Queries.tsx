'use client';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { isAnswer } from './fetchAnswer';

/** Answers stay fresh for a minute: the server's data change only when it reads its files again. */
export function Queries({ children }: { children: ReactNode }) {
  const [client] = useState(
    () =>
      new QueryClient({
        defaultOptions: { queries: { retry: false, staleTime: 60_000, networkMode: 'always' } },
      }),
  );
  useEffect(() => keepToOneVersion(client), [client]);
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}

/** Once one answer comes from newer data, the others are asked again, so that all parts of a page agree. */
function keepToOneVersion(client: QueryClient): () => void {
  let newest = 0;
  return client.getQueryCache().subscribe(({ type, query }) => {
    const version = type === 'updated' ? versionOf(query.state.data) : null;
    if (version === null || version <= newest) return;
    const isFirst = newest === 0;
    newest = version;
    if (isFirst) return;
    void client.invalidateQueries({
      predicate: (other) => (versionOf(other.state.data) ?? version) < version,
    });
  });
}

/** The version of the data behind a whole answer; null while the server is still reading its files. */
function versionOf(data: unknown): number | null {
  if (!isAnswer(data) || data.meta.coverage.state === 'loading') return null;
  return data.meta.version;
}
