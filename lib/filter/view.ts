import { type ColumnId, columnIds, defaultColumns, isColumnId } from './columns';
import { emptyFilter } from './fields';
import type { Filter } from './filter';
import { readInstant, writeInstant } from './instant';
import { offer } from './nearest';
import { type Read, shortened } from './problem';

/** What the table can be sorted by; `worth` is strongest check, then their number, then newest; `first` is the time of the request's first record. */
export const sortFields = [
  'worth',
  'requested',
  'decided',
  'took',
  'package',
  'requestor',
  'target',
  'outcome',
  'delivery',
  'kind',
  'first',
] as const;
export type SortField = (typeof sortFields)[number];

export interface Sort {
  by: SortField;
  descending: boolean;
}

/** A request named by its id and, where two tenants hold that id, its tenant (which has no `/`). */
export interface OpenRequest {
  tenant: string | null;
  requestId: string;
}

export const timeZones = ['UTC', 'local'] as const;
export type TimeZone = (typeof timeZones)[number];

/** What the lists of packages and of people can be sorted by. */
export const listOrders = [
  'requests',
  'name',
  'worth',
  'byPeople',
  'medianSeconds',
  'p5Seconds',
  'noHuman',
  'noReason',
  'denied',
  'pending',
  'approvers',
  'requestors',
  'asked',
  'received',
  'decided',
  'approved',
  'packages',
  'lastAt',
] as const;
export type ListOrder = (typeof listOrders)[number];

/** The parts that a person has in requests, each of which a person's page can show. */
export const roles = ['asked', 'received', 'decided'] as const;
export type Role = (typeof roles)[number];

/** What a copied link says of the rows it showed: their number, and the digest over their ids and outcomes. */
export interface Digest {
  rows: number;
  /** 32 hexadecimal digits. */
  hash: string;
}

/** How the filtered requests are shown. */
export interface ViewSettings {
  sort: Sort;
  /** One-based. */
  page: number;
  /** 1 to 500. */
  pageSize: number;
  /** In the order shown. */
  columns: readonly ColumnId[];
  open: OpenRequest | null;
  tz: TimeZone;
  /** The order of a list of packages or people; null for the list's own. */
  order: { by: ListOrder; descending: boolean } | null;
  /** Text that the names in a list contain. */
  find: string;
  /** The part whose requests a person's page shows; null for the one with most. */
  role: Role | null;
  /** When the newest record behind a copied link arrived, UTC ISO 8601. */
  asof: string | null;
  digest: Digest | null;
  /** The version of the checks' thresholds that a copied link was made with. */
  thresholds: number | null;
  /** Whether exclusion rules apply. */
  rules: 'on' | 'off';
}

/** The whole state of the page, and everything that its URL says. */
export interface View extends ViewSettings {
  filter: Filter;
}

interface Setting<V> {
  initial: V;
  read(text: string): Read<V>;
  write(value: V): string;
}

/** The URL codec of every setting of a view. Each is one parameter of the same name. */
export const settings: { readonly [S in keyof ViewSettings]: Setting<ViewSettings[S]> } = {
  sort: {
    initial: { by: 'worth', descending: true },
    read(text) {
      const descending = text.startsWith('-');
      const name = descending ? text.slice(1) : text;
      const by = sortFields.find((field) => field === name);
      if (by) return { value: { by, descending } };
      return { wrong: `“${shortened(name)}” is nothing to sort by; ${offer(name, sortFields)}` };
    },
    write: ({ by, descending }) => (descending ? `-${by}` : by),
  },
  page: {
    initial: 1,
    read: (text) =>
      /^[1-9]\d{0,8}$/.test(text)
        ? { value: Number(text) }
        : { wrong: 'a page is a whole number from 1 up.' },
    write: String,
  },
  pageSize: {
    initial: 100,
    read: (text) =>
      /^[1-9]\d{0,2}$/.test(text) && Number(text) <= 500
        ? { value: Number(text) }
        : { wrong: 'a page size is a whole number from 1 to 500.' },
    write: String,
  },
  columns: {
    initial: defaultColumns,
    read: readColumns,
    write: (columns) => columns.join(','),
  },
  open: {
    initial: null,
    read: readOpen,
    write(open) {
      if (open === null) return '';
      if (open.tenant !== null) return `${open.tenant}/${open.requestId}`;
      return open.requestId.includes('/') ? `/${open.requestId}` : open.requestId;
    },
  },
  tz: {
    initial: 'UTC',
    read(text) {
      const zone = timeZones.find((each) => each === text);
      return zone ? { value: zone } : { wrong: 'a time zone is UTC or local.' };
    },
    write: (zone) => zone,
  },
  order: {
    initial: null,
    read(text) {
      const descending = text.startsWith('-');
      const name = descending ? text.slice(1) : text;
      const by = listOrders.find((order) => order === name);
      if (by) return { value: { by, descending } };
      return { wrong: `“${shortened(name)}” is nothing to order a list by; ${offer(name, listOrders)}` };
    },
    write: (order) => (order === null ? '' : `${order.descending ? '-' : ''}${order.by}`),
  },
  find: { initial: '', read: (text) => ({ value: text }), write: (text) => text },
  role: {
    initial: null,
    read(text) {
      const role = roles.find((each) => each === text);
      return role ? { value: role } : { wrong: `a person's role is ${roles.join(', ')}.` };
    },
    write: (role) => role ?? '',
  },
  asof: {
    initial: null,
    read(text) {
      const instant = readInstant(text);
      return instant === null ? { wrong: 'it is not an instant.' } : { value: instant };
    },
    write: (instant) => (instant === null ? '' : writeInstant(instant)),
  },
  digest: {
    initial: null,
    read(text) {
      const [, rows, hash] = /^(0|[1-9]\d{0,9})-([0-9a-f]{32})$/.exec(text) ?? [];
      if (hash === undefined) return { wrong: 'it is not the digest of a copied link; copy the link again.' };
      return { value: { rows: Number(rows), hash } };
    },
    write: (digest) => (digest === null ? '' : `${digest.rows}-${digest.hash}`),
  },
  thresholds: {
    initial: null,
    read: (text) =>
      /^[1-9]\d{0,5}$/.test(text)
        ? { value: Number(text) }
        : { wrong: 'it is not the version of the thresholds; copy the link again.' },
    write: (version) => (version === null ? '' : String(version)),
  },
  rules: {
    initial: 'on',
    read: (text) =>
      text === 'on' || text === 'off' ? { value: text } : { wrong: 'exclusion rules are on or off.' },
    write: (rules) => rules,
  },
};

export const settingNames = [
  'sort',
  'columns',
  'tz',
  'pageSize',
  'page',
  'open',
  'order',
  'find',
  'role',
  'asof',
  'digest',
  'thresholds',
  'rules',
] as const satisfies readonly (keyof ViewSettings)[];

/** What a URL without parameters shows. */
export const defaultView: View = {
  filter: emptyFilter,
  sort: settings.sort.initial,
  page: settings.page.initial,
  pageSize: settings.pageSize.initial,
  columns: settings.columns.initial,
  open: settings.open.initial,
  tz: settings.tz.initial,
  order: settings.order.initial,
  find: settings.find.initial,
  role: settings.role.initial,
  asof: settings.asof.initial,
  digest: settings.digest.initial,
  thresholds: settings.thresholds.initial,
  rules: settings.rules.initial,
};

function readColumns(text: string): Read<readonly ColumnId[]> {
  const columns: ColumnId[] = [];
  for (const id of text.split(',')) {
    if (!isColumnId(id)) return { wrong: `“${shortened(id)}” is not a column; ${offer(id, columnIds)}` };
    if (columns.includes(id)) return { wrong: `the column ${id} is named twice; name it once.` };
    columns.push(id);
  }
  return { value: columns };
}

function readOpen(text: string): Read<OpenRequest> {
  const slash = text.indexOf('/');
  const tenant = text.slice(0, Math.max(slash, 0));
  const requestId = text.slice(slash + 1);
  if (requestId.trim() === '')
    return { wrong: 'it names no request; give a request id, or tenant/request id.' };
  return { value: { tenant: tenant === '' ? null : tenant, requestId } };
}
