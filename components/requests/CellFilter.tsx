'use client';

import { ListFilter, ListX } from 'lucide-react';
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
  reason: 'requestorReason',
  checks: 'check',
  kind: 'kind',
  delivery: 'delivery',
  client: 'client',
};

/**
 * Narrows the requests to the value of a cell (the deciding approver, the strongest check), or to all others. It shows beside the pointer and is no stop of the tab
 * key: by keyboard the facets and the open request offer the same.
 */
export function CellFilter({ column, request }: { column: string; request: AccessRequest }) {
  const { filter: asked, narrow } = useView();
  const field = fieldOf[column];
  const value = narrowings(request)
    .filter((each) => each.field === field)
    .at(field === 'approver' ? -1 : 0);
  if (value === undefined) return null;
  const { is, isNot } = asked[value.field];
  const ways = [
    { not: false, verb: 'Only', Icon: ListFilter, chosen: is },
    { not: true, verb: 'Not', Icon: ListX, chosen: isNot },
  ].filter(({ chosen }) => !chosen.includes(value.value));
  return (
    <span className="cell-filters">
      {ways.map(({ not, verb, Icon }) => {
        const words = `${verb} ${value.label} ${visible(value.name)}`;
        return (
          <button
            key={verb}
            type="button"
            tabIndex={-1}
            className="cell-filter"
            aria-label={words}
            title={words}
            onClick={() => narrow((filter) => addValue(filter, value.field, value.value, not))}
          >
            <Icon size={14} aria-hidden />
          </button>
        );
      })}
    </span>
  );
}
