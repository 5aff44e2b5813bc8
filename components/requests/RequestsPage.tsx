'use client';

import { RequestsView } from './RequestsView';

/** Every request of the data, in one view. */
export function RequestsPage() {
  return <RequestsView heading={<h1 className="sr-only">Requests</h1>} />;
}
