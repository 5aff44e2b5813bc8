import { fields, filterOf } from './fields';
import type { FieldName, Filter } from './filter';
import { nearest } from './nearest';
import { isNegatable, viewParams } from './params';
import { type Entry, type ParamProblem, problem, readOnce } from './problem';
import { settings, type View, type ViewSettings } from './view';

const longestValue = 500;

/**
 * Reads the state of a page from its URL. What cannot be used has no effect on the view and is named in
 * `problems`; nothing is dropped silently.
 */
export function parseView(params: URLSearchParams): { view: View; problems: ParamProblem[] } {
  return parseApi(params, viewParams);
}

/**
 * Reads the parameters of an endpoint that accepts only those in `accepts` (see `acceptedBy`). The same
 * reading as a page's; any problem means that the request is answered 400.
 */
export function parseApi(
  params: URLSearchParams,
  accepts: readonly string[],
): { view: View; problems: ParamProblem[] } {
  const problems: ParamProblem[] = [];
  const entries: Entry[] = [];
  for (const [key, value] of params) {
    const not = key.startsWith('-');
    const entry = { param: not ? key.slice(1) : key, not, value, written: `${key}=${value}` };
    const refused = refuse(entry, accepts);
    if (refused) problems.push(refused);
    else entries.push(entry);
  }
  const filter = readFilter(entries, problems);
  const setting = <S extends keyof ViewSettings>(name: S): ViewSettings[S] =>
    readOnce(entries, name, settings[name].read, problems)?.value ?? settings[name].initial;
  const view = {
    filter,
    sort: setting('sort'),
    page: setting('page'),
    pageSize: setting('pageSize'),
    columns: setting('columns'),
    open: setting('open'),
    tz: setting('tz'),
    order: setting('order'),
    find: setting('find'),
    role: setting('role'),
    asof: setting('asof'),
    digest: setting('digest'),
    thresholds: setting('thresholds'),
    rules: setting('rules'),
  };
  return { view, problems };
}

/** Reads the filter from entries whose parameters are known; adds to `problems` what had no effect. */
export function readFilter(entries: readonly Entry[], problems: ParamProblem[]): Filter {
  return filterOf((name) => readField(name, entries, problems));
}

function readField<F extends FieldName>(name: F, entries: readonly Entry[], problems: ParamProblem[]) {
  const field = fields[name];
  return field.read(
    entries.filter((entry) => field.params.includes(entry.param)),
    problems,
  );
}

/** The problem of an entry that cannot be read at all, or null. */
export function refuse(entry: Entry, accepts: readonly string[]): ParamProblem | null {
  const { param, not, value } = entry;
  if (!viewParams.includes(param) && !accepts.includes(param)) {
    const near = nearest(param, accepts);
    const sign = not && near !== null && isNegatable(near) ? '-' : '';
    const mend = near === null ? taken(accepts) : `did you mean ${sign}${near}?`;
    return problem('unknown', [entry], `there is no such parameter; ${mend}`);
  }
  if (!accepts.includes(param)) {
    return problem('not-accepted', [entry], `this address does not take ${param}; ${taken(accepts)}`);
  }
  if (not && !isNegatable(param)) {
    return problem('malformed', [entry], 'it cannot be negated; leave out the leading -.');
  }
  if (value.length > longestValue) {
    return problem('malformed', [entry], `it is longer than ${longestValue} characters; shorten it.`);
  }
  return null;
}

function taken(accepts: readonly string[]): string {
  return accepts.length === 0 ? 'it takes no parameters.' : `it takes ${accepts.join(', ')}.`;
}
