import type { Filter } from '@/lib/filter/filter';
import { filterToParams, toParams } from '@/lib/filter/toParams';
import { defaultView, type OpenRequest, type View } from '@/lib/filter/view';

/** The address that answers the rows of a view: what only the page knows stays here. */
export function requestsUrl(view: View): string {
  const { columns, open, tz } = defaultView;
  return withParams('/api/requests', toParams({ ...view, columns, open, tz }));
}

export function requestUrl({ tenant, requestId }: OpenRequest): string {
  const params = new URLSearchParams(tenant === null ? {} : { tenant });
  return withParams(`/api/requests/${encodeURIComponent(requestId)}`, params);
}

export function summaryUrl(filter: Filter): string {
  return withParams('/api/summary', filterToParams(filter));
}

export function withParams(path: string, params: URLSearchParams): string {
  return params.size === 0 ? path : `${path}?${params}`;
}
