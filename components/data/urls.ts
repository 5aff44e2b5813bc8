import type { ManifestAnswer } from '@/lib/answers';
import type { Filter } from '@/lib/filter/filter';
import { filterToParams, toParams } from '@/lib/filter/toParams';
import { defaultView, type OpenRequest, type View } from '@/lib/filter/view';
import type { FacetField } from '@/lib/summary';

/** The address that answers the rows of a view: what only the page knows stays here. */
export function requestsUrl(view: View): string {
  const { columns, open, tz, order, find, role, asof, digest } = defaultView;
  const onThePage = { columns, open, tz, order, find, role, asof, digest };
  return withParams('/api/requests', toParams({ ...view, ...onThePage }));
}

export function requestUrl({ tenant, requestId }: OpenRequest): string {
  const params = new URLSearchParams(tenant === null ? {} : { tenant });
  return withParams(`/api/requests/${encodeURIComponent(requestId)}`, params);
}

/** The address that answers a page of a list of packages or people. */
export function listUrl(
  path: '/api/packages' | '/api/people',
  { filter, order, find, page, pageSize }: View,
): string {
  return withParams(path, toParams({ ...defaultView, filter, order, find, page, pageSize }));
}

/** The address that answers for one package or person, within the filter. */
export function oneOfListUrl(path: '/api/packages' | '/api/people', id: string, filter: Filter): string {
  return withParams(`${path}/${encodeURIComponent(id)}`, filterToParams(filter));
}

/** The address whose answer holds the number of requests that match, and little else. */
export function countUrl(filter: Filter): string {
  return withParams('/api/requests', new URLSearchParams([...filterToParams(filter), ['pageSize', '1']]));
}

export function summaryUrl(filter: Filter): string {
  return withParams('/api/summary', filterToParams(filter));
}

/** The address that answers what has become of the rows of a copied link; without one, what the next carries. */
export function receiptUrl(filter: Filter, copied: Pick<View, 'asof' | 'digest'> = defaultView): string {
  const { asof, digest } = copied;
  return withParams('/api/receipt', toParams({ ...defaultView, filter, asof, digest }));
}

/** The address of a file with every request of a filter; the columns belong to `content` view alone. */
export function exportUrl(
  { filter, sort, columns }: Pick<View, 'filter' | 'sort' | 'columns'>,
  format: ManifestAnswer['format'],
  content: ManifestAnswer['content'],
): string {
  const shown = content === 'view' ? columns : defaultView.columns;
  const params = toParams({ ...defaultView, filter, sort, columns: shown });
  params.append('format', format);
  params.append('content', content);
  return withParams('/api/export', params);
}

/** The address that answers the values of a field whose name or id contains `find`. */
export function facetUrl(field: FacetField, filter: Filter, find: string): string {
  const params = filterToParams(filter);
  params.append('find', find);
  return withParams(`/api/facets/${field}`, params);
}

export function withParams(path: string, params: URLSearchParams): string {
  return params.size === 0 ? path : `${path}?${params}`;
}
