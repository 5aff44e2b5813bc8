'use client';

import { ArrowDown, ArrowUp } from 'lucide-react';
import type { MouseEvent } from 'react';
import { useView } from '../view/useView';
import { CellFilter } from './CellFilter';
import { isOpen, openRequest } from './openRequest';
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
};

/** The requests, one row each; a click anywhere in a row opens it, the link in it does so for every device. */
export function RequestsTable({ table, busy }: { table: RequestsTableModel; busy: boolean }) {
  const { view, show } = useView();
  return (
    <table className={`requests-table ${busy ? 'opacity-60' : ''}`} aria-busy={busy}>
      <caption className="sr-only">Access package requests</caption>
      <thead>
        {table.getHeaderGroups().map((group) => (
          <tr key={group.id}>
            {group.headers.map((header) => {
              const sorted = header.column.getIsSorted();
              return (
                <th
                  key={header.id}
                  scope="col"
                  data-column={header.column.id}
                  aria-sort={sorted === false ? undefined : sorted === 'asc' ? 'ascending' : 'descending'}
                >
                  {header.column.getCanSort() ? (
                    <button type="button" className="sort" onClick={header.column.getToggleSortingHandler()}>
                      <table.FlexRender header={header} />
                      {sorted === false ? null : sorted === 'asc' ? (
                        <ArrowUp size={12} aria-hidden />
                      ) : (
                        <ArrowDown size={12} aria-hidden />
                      )}
                    </button>
                  ) : (
                    <table.FlexRender header={header} />
                  )}
                </th>
              );
            })}
          </tr>
        ))}
      </thead>
      <tbody>
        {table.getRowModel().rows.map((row) => {
          const open = () =>
            show((present) => ({
              ...present,
              open: openRequest(row.original, table.options.meta?.severalTenants ?? false),
            }));
          return (
            <tr
              key={row.id}
              data-open={isOpen(view.open, row.original) ? '' : undefined}
              onClick={(event) => (isBesideControls(event) ? open() : undefined)}
              className="cursor-pointer"
            >
              {row.getVisibleCells().map((cell) => (
                <td key={cell.id} data-column={cell.column.id} data-label={cardLabels[cell.column.id]}>
                  <table.FlexRender cell={cell} />
                  <CellFilter column={cell.column.id} request={row.original} />
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** A click on the row itself: not on a link or button in it, and not the end of marking text. */
function isBesideControls(event: MouseEvent): boolean {
  const onControl = event.target instanceof Element && event.target.closest('a, button') !== null;
  return !onControl && getSelection()?.isCollapsed !== false;
}
