'use client';

import { addValue } from '@/lib/filter/edit';
import type { ListFieldName } from '@/lib/filter/filter';
import { isObjectId } from '@/lib/filter/kinds/anyOf';
import type { AccessRequest } from '@/lib/request';
import { approverName, requestorName } from '@/lib/words/people';
import { LogText } from '../ui/LogText';
import { useView } from '../view/useView';

interface Narrowing {
  field: ListFieldName;
  label: string;
  value: string;
  name: string;
}

/** Narrows the table to the request's people or package, by object id where the records have one. */
export function FilterButtons({ request }: { request: AccessRequest }) {
  const { view, narrow } = useView();
  return (
    <div className="mt-4 flex flex-wrap gap-2 print:hidden">
      {narrowings(request).map(({ field, label, value, name }) => (
        <button
          key={`${field} ${value}`}
          type="button"
          className="button button-small max-w-full"
          disabled={view.filter[field].is.includes(value)}
          onClick={() => narrow((filter) => addValue(filter, field, value))}
        >
          <span className="truncate">
            Only {label} <LogText text={name} />
          </span>
        </button>
      ))}
    </div>
  );
}

function narrowings(request: AccessRequest): Narrowing[] {
  const found = [
    narrowing('package', 'package', request.packageId, request.package),
    narrowing('requestor', 'requestor', request.requestorId, requestorName(request)),
    ...request.decisions.map((decision) =>
      narrowing('approver', 'approver', decision.approverId, approverName(decision)),
    ),
  ].filter((each) => each !== null);
  return found.filter(
    (each, place) =>
      place === found.findIndex((other) => other.field === each.field && other.value === each.value),
  );
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
