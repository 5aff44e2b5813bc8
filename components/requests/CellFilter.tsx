'use client';

import { ListFilter } from 'lucide-react';
import { addValue } from '@/lib/filter/edit';
import type { ListFieldName } from '@/lib/filter/filter';
import type { AccessRequest } from '@/lib/request';
import { narrowings } from '../request/narrowings';
import { visible } from '../ui/visibleText';
import { useView } from '../view/useView';

/** The fields whose value a column shows. */
const fieldOf: Readonly<Record<string, ListFieldName>> = {
  package: 'package',
  policy: 'policy',
  people: 'requestor',
  decision: 'approver',
  outcome: 'outcome',
};

/**
 * Narrows the requests to the value of a cell. It shows beside the pointer and is no stop of the tab key: by
 * keyboard the facets and the open request offer the same.
 */
export function CellFilter({ column, request }: { column: string; request: AccessRequest }) {
  const { filter: asked, narrow } = useView();
  const field = fieldOf[column];
  const value = narrowings(request).findLast((each) => each.field === field);
  if (value === undefined || asked[value.field].is.includes(value.value)) return null;
  const words = `Only ${value.label} ${visible(value.name)}`;
  return (
    <button
      type="button"
      tabIndex={-1}
      className="cell-filter"
      aria-label={words}
      title={words}
      onClick={() => narrow((filter) => addValue(filter, value.field, value.value))}
    >
      <ListFilter size={14} aria-hidden />
    </button>
  );
}
