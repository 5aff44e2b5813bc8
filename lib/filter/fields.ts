import type { Client, Delivery, JustificationState, Kind, Outcome, Strength, UserType } from '../request';
import { checkIds } from '../request';
import { checkWords } from '../words/checks';
import type { Field, ListField } from './field';
import type { FieldName, Filter, ListFieldName } from './filter';
import { anyOf } from './kinds/anyOf';
import { arrivalRange } from './kinds/arrivalRange';
import { instantRange } from './kinds/instantRange';
import { notTime } from './kinds/notTime';
import { notTook } from './kinds/notTook';
import { secondsRange } from './kinds/numberRange';
import { oneOf } from './kinds/oneOf';
import { searchText } from './kinds/text';
import { timeRange } from './kinds/timeRange';

const outcomeWords = {
  approved: 'approved',
  'auto-approved': 'auto-approved',
  assigned: 'assigned directly',
  'policy-assigned': 'assigned by policy',
  denied: 'denied',
  expired: 'expired',
  cancelled: 'cancelled',
  pending: 'pending',
  unknown: 'unknown',
} satisfies Record<Outcome, string>;

const deliveryWords = {
  scheduled: 'scheduled',
  delivering: 'being delivered',
  delivered: 'delivered',
  partial: 'partly delivered',
  failed: 'failed',
} satisfies Record<Delivery, string>;

const kindWords = {
  request: 'request',
  extension: 'extension',
  update: 'update',
  removal: 'removal',
  'on-behalf': 'request on behalf of someone',
  'service-principal': 'request for a service principal',
  direct: 'direct assignment',
  policy: 'assignment by policy',
  unknown: 'unknown',
} satisfies Record<Kind, string>;

const userTypeWords = {
  member: 'member',
  guest: 'guest',
  unknown: 'unknown',
} satisfies Record<UserType, string>;

const reasonWords = {
  given: 'given',
  empty: 'left empty',
  absent: 'not recorded',
  unknown: 'unknown',
} satisfies Record<JustificationState, string>;

const titles = Object.fromEntries(checkIds.map((id) => [id, checkWords[id].title]));

const strengthWords = {
  strong: 'strong',
  medium: 'medium',
  low: 'low',
  none: 'no check',
  unknown: 'not checked yet',
} satisfies Record<Strength | 'none' | 'unknown', string>;

const clientWords = {
  portal: 'portal',
  powershell: 'PowerShell',
  graph: 'Graph client',
  other: 'another client',
  unknown: 'unknown',
} satisfies Record<Client, string>;

/** What an analyst looks at first. */
export const worthALook = ['strong', 'medium'] as const satisfies readonly Strength[];

const noReason = { none: ['empty', 'absent'] } satisfies Record<string, JustificationState[]>;

/** The fields that hold lists of choices. */
export const listFields = {
  outcome: oneOf({ name: 'outcome', label: 'outcome', words: outcomeWords }),
  delivery: oneOf({ name: 'delivery', label: 'delivery', words: deliveryWords }),
  kind: oneOf({ name: 'kind', label: 'kind', words: kindWords }),
  userType: oneOf({ name: 'userType', label: 'user type', words: userTypeWords }),
  requestorReason: oneOf({
    name: 'requestorReason',
    label: 'requestor’s reason',
    words: reasonWords,
    qualifier: 'reason',
    shorthands: noReason,
  }),
  approverReason: oneOf({
    name: 'approverReason',
    label: 'approver’s reason',
    words: reasonWords,
    shorthands: noReason,
  }),
  tenant: oneOf({ name: 'tenant', label: 'tenant' }),
  check: oneOf({ name: 'check', label: 'check', words: titles }),
  strength: oneOf({
    name: 'strength',
    label: 'strongest check',
    words: strengthWords,
    shorthands: { worth: worthALook },
  }),
  client: oneOf({ name: 'client', label: 'client', words: clientWords }),
  package: anyOf('package', 'package'),
  policy: anyOf('policy', 'policy'),
  requestor: anyOf('requestor', 'requestor'),
  target: anyOf('target', 'target'),
  approver: anyOf('approver', 'approver'),
  q: searchText('q', 'reason or name'),
} satisfies Record<ListFieldName, ListField>;

/** The one table of everything a reader can filter by; the URL, the API, the search box and the chips use it. */
export const fields: { readonly [F in FieldName]: Field<Filter[F]> } = {
  ...listFields,
  took: secondsRange('took', 'took'),
  time: timeRange('time', 'time'),
  decided: instantRange('decided', 'decided'),
  arrived: arrivalRange('arrived', 'arrived'),
  notTook,
  notTime,
};

/** In the order in which a filter is written and shown. */
export const fieldNames: readonly FieldName[] = [
  'time',
  'decided',
  'arrived',
  'package',
  'policy',
  'requestor',
  'target',
  'approver',
  'outcome',
  'took',
  'notTook',
  'notTime',
  'requestorReason',
  'approverReason',
  'kind',
  'delivery',
  'userType',
  'check',
  'strength',
  'client',
  'tenant',
  'q',
];

/** A filter that keeps every request. */
export const emptyFilter: Filter = filterOf((name) => fields[name].none);

/** Builds a filter field by field. */
export function filterOf(of: <F extends FieldName>(name: F) => Filter[F]): Filter {
  return {
    outcome: of('outcome'),
    delivery: of('delivery'),
    kind: of('kind'),
    userType: of('userType'),
    requestorReason: of('requestorReason'),
    approverReason: of('approverReason'),
    tenant: of('tenant'),
    check: of('check'),
    strength: of('strength'),
    client: of('client'),
    package: of('package'),
    policy: of('policy'),
    requestor: of('requestor'),
    target: of('target'),
    approver: of('approver'),
    q: of('q'),
    took: of('took'),
    time: of('time'),
    decided: of('decided'),
    arrived: of('arrived'),
    notTook: of('notTook'),
    notTime: of('notTime'),
  };
}

/** One value in words, as chips and tables show it: `assigned` is "assigned directly". */
export function valueWords(field: ListFieldName, value: string): string {
  const { words } = listFields[field];
  return (words && Object.hasOwn(words, value) ? words[value] : null) ?? value;
}

export function isListField(param: string): param is ListFieldName {
  return Object.hasOwn(listFields, param);
}
