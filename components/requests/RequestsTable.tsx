'use client';

import { ArrowDown, ArrowUp } from 'lucide-react';
import { useCallback } from 'react';
import type { AccessRequest } from '@/lib/request';
import { useView } from '../view/useView';
import { isOpen, openRequest } from './openRequest';
import { RequestRow } from './RequestRow';
import type { RequestsTableModel } from './useRequestsTable';

/** The requests, one row each; a click anywhere in a row opens it, the link in it does so for every device. */
export function RequestsTable({ table, busy }: { table: RequestsTableModel; busy: boolean }) {
  const { view, show } = useView();
  const severalTenants = table.options.meta?.severalTenants ?? false;
  const open = useCallback(
    (request: AccessRequest) =>
      show((present) => ({ ...present, open: openRequest(request, severalTenants) })),
    [show, severalTenants],
  );
  const columns = table.getVisibleLeafColumns().map(({ id }) => id);
  const shown = `${columns} ${severalTenants}`;
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
        {table.getRowModel().rows.map((row) => (
          <RequestRow
            key={row.id}
            table={table}
            row={row}
            shown={shown}
            isOpen={isOpen(view.open, row.original)}
            open={open}
          />
        ))}
      </tbody>
    </table>
  );
}
