import { listFields, valueWords } from '@/lib/filter/fields';
import type { ListFieldName } from '@/lib/filter/filter';
import { isObjectId } from '@/lib/filter/kinds/anyOf';
import type { AccessRequest } from '@/lib/request';
import { approverName, requestorName } from '@/lib/words/people';

/** A value of a request that the requests can be narrowed to, by object id where the records have one. */
export interface Narrowing {
  field: ListFieldName;
  label: string;
  value: string;
  name: string;
}

/** The request's package and people, each once, and what else is said of it in words of ours. */
export function narrowings(request: AccessRequest): Narrowing[] {
  const found = [
    narrowing('package', 'package', request.packageId, request.package),
    narrowing('policy', 'policy', request.policyId, request.policy),
    narrowing('requestor', 'requestor', request.requestorId, requestorName(request)),
    ...request.decisions.map((decision) =>
      narrowing('approver', 'approver', decision.approverId, approverName(decision)),
    ),
    word('outcome', request.outcome),
    word('kind', request.kind),
    word('delivery', request.delivery),
    word('client', request.client),
    word('requestorReason', request.requestorJustification.state),
    ...(request.checks ?? []).map(({ id }) => word('check', id)),
  ].filter((each) => each !== null);
  return found.filter(
    (each, place) =>
      place === found.findIndex((other) => other.field === each.field && other.value === each.value),
  );
}

function word(field: ListFieldName, value: string | null): Narrowing | null {
  return value === null
    ? null
    : { field, label: listFields[field].label, value, name: valueWords(field, value) };
}

function narrowing(
  field: ListFieldName,
  label: string,
  id: string | null,
  name: string | null,
): Narrowing | null {
  const value = id !== null && isObjectId(id) ? id.toLowerCase() : name;
  return value === null || value.trim() === '' ? null : { field, label, value, name: name ?? value };
}
