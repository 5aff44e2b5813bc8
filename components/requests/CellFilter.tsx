'use client';

import { ListFilter, ListX } from 'lucide-react';
import type { AccessRequest } from '@/lib/request';
import { type Narrowing, narrowings } from '../request/narrowings';
import { visible } from '../ui/visibleText';
import { useView } from '../view/useView';
import { useZone } from '../view/Zone';

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
export function CellFilter({ column, request }: { column: string; request: AccessRequest }) {
  const { filter: asked, narrow } = useView();
  const { timeZone } = useZone();
  const field = fieldOf[column];
  const value = narrowings(request, timeZone)
    .filter((each) => each.field === field)
    .at(field === 'approver' ? -1 : 0);
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
