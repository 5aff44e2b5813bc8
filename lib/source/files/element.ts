import { isObject } from '@/lib/audit/json';
import { parseJson } from './parse';

/** The value being read: a record, a scalar, or an object that may turn out to be a wrapper. */
export interface Element {
  /** Brackets open around it. */
  depth: number;
  line: number;
  /** The line at which what is read of it begins: behind the list of a wrapper, another one. */
  from: number;
  /** White space before it when it is the first on its line; null when it is not. */
  indent: number | null;
  kind: 'object' | 'list' | 'scalar';
  isBroken: boolean;
  /** True for a wrapper whose list is behind it: what is read are its remaining members. */
  isRest: boolean;
  /** True once it is known to be a record, whose lists are not opened. */
  isRecord: boolean;
  /** How many lists of a wrapper were read. */
  lists: number;
  /** What a wrapper says beside its lists, as far as it is read. */
  members: Record<string, unknown> | null;
  /** The names of its columns, once they are read. */
  columns: readonly string[] | null;
  /** True once a member `rows` could not be opened for want of columns before it; a further one cannot either. */
  hasRows: boolean;
}

/** An element of which nothing is read yet. */
export const unread = {
  isBroken: false,
  isRest: false,
  hasRows: false,
  isRecord: false,
  lists: 0,
  members: null,
  columns: null,
};

/** Adds members to those before; without a prototype, so that one named `__proto__` is one like any other. */
export function together(
  before: Record<string, unknown> | null,
  members: Record<string, unknown>,
): Record<string, unknown> {
  const all: Record<string, unknown> = before ?? Object.create(null);
  return Object.assign(all, members);
}

/** The members of a wrapper read so far; `ending` closes what is still open. Null when they are no JSON. */
export function membersOf(element: Element, bytes: Buffer, ending: string): Record<string, unknown> | null {
  const text = bytes.toString('utf8');
  const whole = element.isRest ? `{${text.replace(/^\s*,/, '')}${ending}` : text + ending;
  const parsed = parseJson(Buffer.from(whole));
  return parsed && isObject(parsed.value) ? parsed.value : null;
}
