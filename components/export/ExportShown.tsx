'use client';

import { usePathname } from 'next/navigation';
import { requestsUrl } from '../data/urls';
import { useAnswer } from '../data/useAnswer';
import { useView } from '../view/useView';
import { Export } from './Export';

/** The export of the requests that the page shows; nothing on a page of something else. */
export function ExportShown() {
  const { view, filter, pinned } = useView();
  const hasRows = usePathname() === '/' || pinned !== null;
  const { answer, stale } = useAnswer('/api/requests', hasRows ? requestsUrl({ ...view, filter }) : null);
  if (!hasRows) return null;
  return (
    <Export
      filter={filter}
      rules={view.rules}
      sort={view.sort}
      columns={view.columns}
      total={stale ? undefined : answer?.data.total}
      coverage={answer?.meta.coverage.state}
    />
  );
}
