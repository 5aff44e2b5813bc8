'use client';

import { addValue } from '@/lib/filter/edit';
import type { AccessRequest } from '@/lib/request';
import { LogText } from '../ui/LogText';
import { useView } from '../view/useView';
import { narrowings } from './narrowings';

/** Narrows the table to the request's people, package or outcome, by object id where the records have one. */
export function FilterButtons({ request }: { request: AccessRequest }) {
  const { filter: asked, narrow } = useView();
  return (
    <div className="mt-4 flex flex-wrap gap-2 print:hidden">
      {narrowings(request).map(({ field, label, value, name }) => (
        <button
          key={`${field} ${value}`}
          type="button"
          className="button button-small max-w-full"
          disabled={asked[field].is.includes(value)}
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
