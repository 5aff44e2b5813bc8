import { fieldNames, fields } from './fields';
import { settingNames } from './view';

/** Every parameter that narrows the requests, without the negating `-`. */
export const filterParams: readonly string[] = fieldNames.flatMap((name) => fields[name].params);

/** Every parameter of a page's URL. */
export const viewParams: readonly string[] = [...filterParams, ...settingNames];

/** The parameters that each endpoint accepts. */
export const acceptedBy = {
  requests: [...filterParams, 'sort', 'page', 'pageSize'],
  request: ['tenant'],
  summary: filterParams,
  facet: [...filterParams, 'find'],
  packages: [...filterParams, 'order', 'find', 'page', 'pageSize'],
  people: [...filterParams, 'order', 'find', 'page', 'pageSize'],
  /** One package or person: the rest of the filter narrows what is told of it. */
  package: filterParams,
  person: filterParams,
  receipt: [...filterParams, 'asof', 'digest'],
  /** `format` and `content` are the route's own. */
  export: [...filterParams, 'sort', 'columns', 'format', 'content'],
  manifest: [],
  huntingQuery: ['from', 'to', 'page', 'pageSize'],
  /** `workspace` is the route's own. */
  workspaceHunting: ['from', 'to', 'workspace'],
  coverage: [],
} satisfies Record<string, readonly string[]>;

/** True when a leading `-` on the parameter negates it. */
export function isNegatable(param: string): boolean {
  return fieldNames.some((name) => fields[name].negatable && fields[name].params.includes(param));
}
