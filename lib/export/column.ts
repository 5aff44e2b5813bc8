import type { AccessRequest } from '../request';

/** What a file can hold of a request in one place; null where there is none. */
export type Value = string | number | null;

/** One column of an exported table. */
export interface Column {
  name: string;
  value(request: AccessRequest): Value;
}
