import type { AccessRequest } from '../request';
import type { Column, Value } from './column';

/**
 * The full record as a table, under the names it has on the wire. An object's fields are a column each, such as
 * `latest.package`; a list is one column of JSON text. The last decision also stands by itself.
 */
export const recordColumns: readonly Column[] = [
  ...whole(
    'requestId',
    'tenant',
    'kind',
    'outcome',
    'delivery',
    'package',
    'packageId',
    'policy',
    'policyId',
  ),
  ...whole('requestor', 'requestorId', 'requestorName', 'requestorIp'),
  ...whole('target', 'targetId', 'targetName', 'userType'),
  ...parts('requestorJustification', ['state', 'text'], (request) => request.requestorJustification),
  ...whole('furtherJustifications', 'requestedAt', 'decidedAt', 'timeToApproveSeconds'),
  ...parts('lastDecision', ['approver', 'approverId', 'approverName', 'verdict', 'at'], lastDecision),
  ...parts(
    'lastDecision.justification',
    ['state', 'text'],
    (request) => lastDecision(request)?.justification,
  ),
  ...whole('decisions', 'firstRecordAt', 'lastRecordAt', 'endedAt', 'removedAt'),
  ...whole('recordDeletedAt', 'recordDeletedBy', 'answersEditedAt', 'answersEditedBy', 'correlationId'),
  ...parts('latest', ['package', 'policy', 'requestor', 'target'], (request) => request.latest),
  ...whole('warnings', 'sources', 'client', 'checks'),
];

function whole(...names: (keyof AccessRequest)[]): Column[] {
  return names.map((name) => ({ name, value: (request) => flat(request[name]) }));
}

function parts<T>(
  name: string,
  fields: readonly (keyof T & string)[],
  of: (request: AccessRequest) => T | undefined,
): Column[] {
  return fields.map((field) => ({
    name: `${name}.${field}`,
    value: (request) => flat(of(request)?.[field] ?? null),
  }));
}

function lastDecision({ decisions }: AccessRequest) {
  return decisions.at(-1);
}

function flat(value: unknown): Value {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  return JSON.stringify(value);
}
