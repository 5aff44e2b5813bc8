import 'server-only';
import type { ErrorCode } from './errors';
import type { ListFieldName } from './filter/filter';
import type { View } from './filter/view';
import { log } from './log';
import { noteAnswer } from './metrics';

/** Who asked what, gathered while it is answered. */
export interface Access {
  requestId: string;
  method: string;
  /** The route as a pattern, such as `/api/requests/[id]`. */
  route: string;
  /** Entra object id and tenant id; null before the token is found good, and without sign-in. */
  reader: string | null;
  tenant: string | null;
  /** Of the object in the path. */
  id: string | null;
  /** Names of the fields that the filter narrows by, and the object ids chosen in them. */
  filter: string[];
  ids: string[];
  /** Rows that were answered or announced; null for an answer without rows. */
  rows: number | null;
  /** Of an export, whose end has a line of its own. */
  exportId?: string;
}

/** Ids of an answer that are named one by one; a filter can hold hundreds. */
const mostIds = 50;
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A part of our paths in brackets is always the third: `/api/requests/[id]/kql`. */
export function accessOf(request: Request, requestId: string, path: object): Access {
  const [, api = '', area = '', part, ...rest] = new URL(request.url).pathname.split('/');
  const [name] = Object.keys(path);
  const middle = name === undefined ? part : `[${name}]`;
  const [value] = Object.values(path);
  return {
    requestId,
    method: request.method,
    route: ['', api, area, ...(middle === undefined ? [] : [middle]), ...rest].join('/'),
    reader: null,
    tenant: null,
    id: typeof value === 'string' ? idOnly(value) : null,
    filter: [],
    ids: [],
    rows: null,
  };
}

const idFields = ['package', 'policy', 'requestor', 'target', 'approver'] satisfies ListFieldName[];

/** What of a view says what was looked at: never what was typed into it, which can be words of a justification. */
export function noteView(access: Access, { filter }: View, params: URLSearchParams): void {
  access.filter = [...new Set(params.keys())];
  access.ids = idFields.flatMap((field) => filter[field].is.map(idOnly)).filter((id) => id !== null);
}

/** Notes how many rows an answer has, where rows are what it has. */
export function noteRows(access: Access, data: unknown): void {
  if (typeof data === 'object' && data !== null && 'rows' in data && Array.isArray(data.rows))
    access.rows = data.rows.length;
}

/** Writes the one line that the log has for each answer, and counts the answer. */
export function noteAccess(
  { ids, ...access }: Access,
  { status, seconds, error }: { status: number; seconds: number; error: ErrorCode | 'left' | null },
): void {
  log.info(
    {
      ...access,
      ids: ids.slice(0, mostIds),
      ...(ids.length > mostIds && { moreIds: ids.length - mostIds }),
      status,
      ...(error !== null && { error }),
      seconds: Math.round(seconds * 10_000) / 10_000,
    },
    'answered',
  );
  noteAnswer({ route: access.route, method: access.method, status, seconds, error });
}

/** A GUID, of which the log can be sure that it is no text of anybody's; null for anything else. */
function idOnly(value: string): string | null {
  return guid.test(value) ? value.toLowerCase() : null;
}
