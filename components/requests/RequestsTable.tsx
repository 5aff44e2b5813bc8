'use client';

import { ArrowDown, ArrowUp } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { layOutWhenIdle } from './layOutWhenIdle';
import { RequestRow } from './RequestRow';
import type { RowLinks } from './rowLinks';
import { as } from './tableRoles';
import type { RequestsTableModel } from './useRequestsTable';

/** The requests, one row each; a click anywhere in a row opens it, the link in it does so for every device. */
export function RequestsTable({
  table,
  links,
  busy,
}: {
  table: RequestsTableModel;
  links: RowLinks;
  busy: boolean;
}) {
  const columns = table.getVisibleLeafColumns().map(({ id }) => id);
  const body = useRef<HTMLTableSectionElement>(null);
  const { rows } = table.getRowModel();
  // biome-ignore lint/correctness/useExhaustiveDependencies: new rows are new elements in the body.
  useEffect(() => layOutWhenIdle(body.current?.rows ?? []), [rows]);
  const shown = `${columns} ${links.pattern}`;
  return (
    <table {...as.table} className="requests-table fades" aria-busy={busy}>
      <caption className="sr-only">Access package requests</caption>
      <thead {...as.group}>
        {table.getHeaderGroups().map((group) => (
          <tr key={group.id} {...as.row}>
            {group.headers.map((header) => {
              const sorted = header.column.getIsSorted();
              return (
                <th
                  key={header.id}
                  {...as.head}
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
      <tbody ref={body} {...as.group}>
        {rows.map((row) => (
          <RequestRow
            key={row.id}
            table={table}
            row={row}
            shown={shown}
            isOpen={links.isOpen(row.original)}
            open={links.open}
          />
        ))}
      </tbody>
    </table>
  );
}
