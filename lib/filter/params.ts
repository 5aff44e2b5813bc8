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
  huntingQuery: ['from', 'to', 'page', 'pageSize'],
  coverage: [],
} satisfies Record<string, readonly string[]>;

/** True when a leading `-` on the parameter negates it. */
export function isNegatable(param: string): boolean {
  return fieldNames.some((name) => fields[name].negatable && fields[name].params.includes(param));
}
