import type { ManifestAnswer } from '@/lib/answers';
import { toParams } from '@/lib/filter/toParams';
import { defaultView, type OpenRequest, type View } from '@/lib/filter/view';
import type { FacetField } from '@/lib/summary';

/** Which requests an answer is about: those of a filter, with or without the exclusion rules. */
export type Which = Pick<View, 'filter' | 'rules'>;

/** The address that answers the rows of a view: what only the page knows stays here. */
export function requestsUrl(view: View): string {
  const { columns, open, tz, order, find, role, asof, digest, thresholds } = defaultView;
  const onThePage = { columns, open, tz, order, find, role, asof, digest, thresholds };
  return withParams('/api/requests', toParams({ ...view, ...onThePage }));
}

export function requestUrl({ tenant, requestId }: OpenRequest): string {
  const params = new URLSearchParams(tenant === null ? {} : { tenant });
  return withParams(`/api/requests/${encodeURIComponent(requestId)}`, params);
}

/** The address that answers a page of a list of packages or people. */
export function listUrl(
  path: '/api/packages' | '/api/people',
  { filter, rules, order, find, page, pageSize }: View,
): string {
  return withParams(path, toParams({ ...defaultView, filter, rules, order, find, page, pageSize }));
}

/** The address that answers for one package or person, within the filter. */
export function oneOfListUrl(path: '/api/packages' | '/api/people', id: string, which: Which): string {
  return withParams(`${path}/${encodeURIComponent(id)}`, paramsOf(which));
}

/** The address whose answer holds the number of requests that match, and little else. */
export function countUrl(which: Which): string {
  return withParams('/api/requests', new URLSearchParams([...paramsOf(which), ['pageSize', '1']]));
}

export function summaryUrl(which: Which): string {
  return withParams('/api/summary', paramsOf(which));
}

/** The address that answers what has become of the rows of a copied link; without one, what the next carries. */
export function receiptUrl(
  { filter, rules }: Which,
  { asof, digest }: Pick<View, 'asof' | 'digest'> = defaultView,
): string {
  return withParams('/api/receipt', toParams({ ...defaultView, filter, rules, asof, digest }));
}

/** The address of a file with every request of a filter; the columns belong to `content` view alone. */
export function exportUrl(
  { filter, rules, sort, columns }: Pick<View, 'filter' | 'rules' | 'sort' | 'columns'>,
  format: ManifestAnswer['format'],
  content: ManifestAnswer['content'],
): string {
  const shown = content === 'view' ? columns : defaultView.columns;
  const params = toParams({ ...defaultView, filter, rules, sort, columns: shown });
  params.append('format', format);
  params.append('content', content);
  return withParams('/api/export', params);
}

/** The address that answers the query for the records of a view's requests. */
export function kqlUrl(which: Which): string {
  return withParams('/api/kql', paramsOf(which));
}

/** The address that answers the query for the records of one request. */
export function requestKqlUrl({ tenant, requestId }: OpenRequest): string {
  const params = new URLSearchParams(tenant === null ? {} : { tenant });
  return withParams(`/api/requests/${encodeURIComponent(requestId)}/kql`, params);
}

/** The address that answers the values of a field whose name or id contains `find`. */
export function facetUrl(field: FacetField, which: Which, find: string): string {
  const params = paramsOf(which);
  params.append('find', find);
  return withParams(`/api/facets/${field}`, params);
}

function paramsOf({ filter, rules }: Which): URLSearchParams {
  return toParams({ ...defaultView, filter, rules });
}

export function withParams(path: string, params: URLSearchParams): string {
  return params.size === 0 ? path : `${path}?${params}`;
}
