import { fieldNames, fields } from './fields';
import { settingNames } from './view';

/** Every parameter that narrows the requests, without the negating `-`. */
export const filterParams: readonly string[] = fieldNames.flatMap((name) => fields[name].params);

/** What decides which requests an answer is about: the filter, and whether exclusion rules apply. */
const narrowing: readonly string[] = [...filterParams, 'rules'];

/** Every parameter of a page's URL. */
export const viewParams: readonly string[] = [...filterParams, ...settingNames];

/** The parameters that each endpoint accepts. */
export const acceptedBy = {
  requests: [...narrowing, 'sort', 'page', 'pageSize'],
  request: ['tenant'],
  summary: narrowing,
  facet: [...narrowing, 'find'],
  packages: [...narrowing, 'order', 'find', 'page', 'pageSize'],
  people: [...narrowing, 'order', 'find', 'page', 'pageSize'],
  /** One package or person: the rest of the filter narrows what is told of it. */
  package: narrowing,
  person: narrowing,
  receipt: [...narrowing, 'asof', 'digest'],
  /** `format` and `content` are the route's own. */
  export: [...narrowing, 'sort', 'columns', 'format', 'content'],
  manifest: [],
  huntingQuery: ['from', 'to', 'page', 'pageSize'],
  /** `workspace` is the route's own. */
  workspaceHunting: ['from', 'to', 'workspace'],
  coverage: [],
  /** The records behind a view, as a query for the workspace. */
  kql: narrowing,
} satisfies Record<string, readonly string[]>;

/** True when a leading `-` on the parameter negates it. */
export function isNegatable(param: string): boolean {
  return fieldNames.some((name) => fields[name].negatable && fields[name].params.includes(param));
}
