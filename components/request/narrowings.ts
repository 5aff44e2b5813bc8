import { dayOf } from '@/lib/filter/day';
import { addValue, isLeftOut, leaveOut, setDecided, setTime, setTook } from '@/lib/filter/edit';
import { listFields, valueWords } from '@/lib/filter/fields';
import type { Filter, ListFieldName } from '@/lib/filter/filter';
import { isObjectId } from '@/lib/filter/kinds/anyOf';
import type { AccessRequest } from '@/lib/request';
import { approverName, requestorName } from '@/lib/words/people';
import { dayWords } from '@/lib/words/time';
import { barOf, rangeOfBars, rangeWords } from '../charts/tookBars';

/** What a request says, that the requests can be narrowed to, or to all others (`not`). */
export interface Narrowing {
  field: ListFieldName | 'took' | 'requested' | 'decided';
  label: string;
  /** What tells it from others of its field. */
  value: string;
  name: string;
  narrow: (filter: Filter, not: boolean) => Filter;
  /** True where the filter says so already. */
  isChosen: (filter: Filter, not: boolean) => boolean;
}

/**
 * The request's package and people, each once and by object id where the records have one, what else is said of it in
 * words of ours, the bar of the distribution that holds its time to approve, and the days of its times in `timeZone`.
 */
export function narrowings(request: AccessRequest, timeZone: string): Narrowing[] {
  const found = [
    byId('package', request.packageId, request.package),
    byId('policy', request.policyId, request.policy),
    byId('requestor', request.requestorId, requestorName(request)),
    ...request.decisions.map((decision) => byId('approver', decision.approverId, approverName(decision))),
    word('outcome', request.outcome),
    word('kind', request.kind),
    word('delivery', request.delivery),
    word('client', request.client),
    word('requestorReason', request.requestorJustification.state),
    ...(request.checks ?? []).map(({ id }) => word('check', id)),
    took(request.timeToApproveSeconds),
    day('requested', request.requestedAt, timeZone),
    day('decided', request.decidedAt, timeZone),
  ].filter((each) => each !== null);
  return found.filter(
    (each, place) =>
      place === found.findIndex((other) => other.field === each.field && other.value === each.value),
  );
}

function word(field: ListFieldName, value: string | null): Narrowing | null {
  return value === null ? null : choice(field, value, valueWords(field, value));
}

function byId(field: ListFieldName, id: string | null, name: string | null): Narrowing | null {
  const value = id !== null && isObjectId(id) ? id.toLowerCase() : name;
  return value === null || value.trim() === '' ? null : choice(field, value, name ?? value);
}

function choice(field: ListFieldName, value: string, name: string): Narrowing {
  return {
    field,
    label: listFields[field].label,
    value,
    name,
    narrow: (filter, not) => addValue(filter, field, value, not),
    isChosen: (filter, not) => (not ? filter[field].isNot : filter[field].is).includes(value),
  };
}

function took(seconds: number | null): Narrowing | null {
  if (seconds === null) return null;
  const bar = barOf(seconds);
  const range = rangeOfBars(bar, bar);
  const out = { of: 'took', from: range.min, to: range.max } as const;
  return {
    field: 'took',
    label: 'took',
    value: String(bar),
    name: rangeWords(range),
    narrow: (filter, not) => (not ? leaveOut(filter, 'notTook', out) : setTook(filter, range)),
    isChosen: (filter, not) =>
      not
        ? isLeftOut(filter, 'notTook', out)
        : filter.took.min === range.min && filter.took.max === range.max,
  };
}

function day(of: 'requested' | 'decided', at: string | null, timeZone: string): Narrowing | null {
  const ends = at === null ? null : dayOf(at, timeZone);
  if (ends === null) return null;
  const out = { of, ...ends } as const;
  const only = (filter: Filter) =>
    of === 'decided'
      ? setDecided(filter, ends)
      : setTime(filter, { of, span: { kind: 'absolute', ...ends } });
  return {
    field: of,
    label: `${of} on`,
    value: ends.from,
    name: `${dayWords(ends.from, timeZone)} ${timeZone}`,
    narrow: (filter, not) => (not ? leaveOut(filter, 'notTime', out) : only(filter)),
    isChosen: (filter, not) =>
      not ? isLeftOut(filter, 'notTime', out) : JSON.stringify(only(filter)) === JSON.stringify(filter),
  };
}
