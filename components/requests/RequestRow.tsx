'use client';

import { type MouseEvent, memo, startTransition, useMemo, useState } from 'react';
import type { AccessRequest } from '@/lib/request';
import { narrowings } from '../request/narrowings';
import { useZone } from '../view/Zone';
import { CellFilter } from './CellFilter';
import { as } from './tableRoles';
import type { RequestsTableModel } from './useRequestsTable';

/** What a cell is called where rows are cards and the column heads are gone. */
const cardLabels: Readonly<Record<string, string>> = {
  people: 'Asked by',
  reason: 'Reason given',
  decision: 'Approved by, and reason',
  policy: 'Policy',
  delivery: 'Delivery',
  kind: 'Kind',
  decided: 'Decided',
  client: 'Client',
};

interface RequestRowProps {
  table: RequestsTableModel;
  row: ReturnType<RequestsTableModel['getRowModel']>['rows'][number];
  /** The shown columns, and the addresses that the rows lead to: what else the cells depend on. */
  shown: string;
  isOpen: boolean;
  open: (request: AccessRequest) => void;
}

/**
 * One request. A row is drawn again only when the request itself, or what is shown of it, has changed; its filter
 * buttons, several hundred on a page, are there while the pointer is.
 */
export const RequestRow = memo(
  function RequestRow({ table, row, isOpen, open }: RequestRowProps) {
    const [pointed, setPointed] = useState(false);
    const { timeZone } = useZone();
    const offered = useMemo(
      () => (pointed ? narrowings(row.original, timeZone) : null),
      [pointed, row.original, timeZone],
    );
    // The pointer crosses rows while the page scrolls, which must not wait for their buttons.
    const point = (isOver: boolean) => startTransition(() => setPointed(isOver));
    return (
      <tr
        {...as.row}
        data-open={isOpen ? '' : undefined}
        onClick={(event) => (isBesideControls(event) ? open(row.original) : undefined)}
        // Entering goes unnoticed where the row came under a resting pointer in place of another.
        onPointerOver={() => (pointed ? undefined : point(true))}
        onPointerLeave={() => point(false)}
        className="cursor-pointer"
      >
        {row.getVisibleCells().map((cell) => (
          <td key={cell.id} {...as.cell} data-column={cell.column.id} data-label={cardLabels[cell.column.id]}>
            <table.FlexRender cell={cell} />
            {offered === null ? null : <CellFilter column={cell.column.id} offered={offered} />}
          </td>
        ))}
      </tr>
    );
  },
  (before, after) =>
    before.row.original === after.row.original &&
    before.shown === after.shown &&
    before.isOpen === after.isOpen &&
    before.open === after.open,
);

/** A click on the row itself: not on a link or button in it, and not the end of marking text. */
function isBesideControls(event: MouseEvent): boolean {
  const onControl = event.target instanceof Element && event.target.closest('a, button') !== null;
  return !onControl && getSelection()?.isCollapsed !== false;
}
