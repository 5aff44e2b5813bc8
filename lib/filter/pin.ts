import type { Filter } from './filter';
import { isObjectId } from './kinds/anyOf';
import type { Role } from './view';

/** The one object that a page is about: part of every question of the page, and no choice on it can widen it. */
export interface Pin {
  field: 'package' | 'requestor' | 'target' | 'approver';
  /** Object id in lower case. */
  id: string;
}

const roleFields = {
  asked: 'requestor',
  received: 'target',
  decided: 'approver',
} as const satisfies Record<Role, Pin['field']>;

/** The field of the filter that holds a person in this role. */
export function roleField(role: Role): Pin['field'] {
  return roleFields[role];
}

/** What the page at `/packages/{id}` or `/people/{id}` is about; null for any other page, and where the id is none. */
export function pinOf(pathname: string, role: Role | null): Pin | null {
  const [, page, id = ''] = /^\/(packages|people)\/([^/]+)$/.exec(pathname) ?? [];
  if (!isObjectId(id)) return null;
  return { field: page === 'packages' ? 'package' : roleField(role ?? 'asked'), id: id.toLowerCase() };
}

/** The filter that the requests of a page are asked with. */
export function withPin(filter: Filter, pin: Pin | null): Filter {
  return pin === null ? filter : { ...filter, [pin.field]: { is: [pin.id], isNot: [] } };
}
