'use client';

import { ListFilter, ListX } from 'lucide-react';
import type { Narrowing } from '../request/narrowings';
import { visible } from '../ui/visibleText';
import { useView } from '../view/useView';

/** The fields whose value a column shows; of a time its day, of a time to approve its bar of the distribution. */
const fieldOf: Readonly<Record<string, Narrowing['field']>> = {
  requested: 'requested',
  decided: 'decided',
  took: 'took',
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
 * Narrows the requests to the value of a cell (the deciding approver, the strongest check), or to all others. It shows
 * beside the pointer and is no stop of the tab key: by keyboard the facets and the open request offer the same.
 */
export function CellFilter({ column, offered }: { column: string; offered: readonly Narrowing[] }) {
  const { filter: asked, narrow } = useView();
  const field = fieldOf[column];
  const value = offered.filter((each) => each.field === field).at(field === 'approver' ? -1 : 0);
  if (value === undefined) return null;
  const ways = [
    { not: false, verb: 'Only', Icon: ListFilter },
    { not: true, verb: 'Not', Icon: ListX },
  ].filter(({ not }) => !value.isChosen(asked, not));
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
            onClick={() => narrow((filter) => value.narrow(filter, not))}
          >
            <Icon size={14} aria-hidden />
          </button>
        );
      })}
    </span>
  );
}
