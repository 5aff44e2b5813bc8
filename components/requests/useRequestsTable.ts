'use client';

import { functionalUpdate, type SortingState, useTable } from '@tanstack/react-table';
import type { RequestsAnswer } from '@/lib/answers';
import { type ColumnId, columnIds } from '@/lib/filter/columns';
import type { Sort, SortField, View } from '@/lib/filter/view';
import type { AccessRequest } from '@/lib/request';
import { useView } from '../view/useView';
import { columns, features } from './columns';
import type { RowLinks } from './rowLinks';

/** What the server sorts by when a column is sorted; columns that are not listed cannot be sorted. */
const sortFields: Partial<Record<ColumnId, SortField>> = {
  requested: 'requested',
  package: 'package',
  people: 'requestor',
  took: 'took',
  outcome: 'outcome',
  delivery: 'delivery',
  kind: 'kind',
  decided: 'decided',
  checks: 'worth',
};

const noRows: AccessRequest[] = [];

export type RequestsTableModel = ReturnType<typeof useRequestsTable>;

/** The table over one page of rows. Its sorting, page and columns are those of the address, and change it. */
export function useRequestsTable(answer: RequestsAnswer | undefined, links: RowLinks) {
  const { view, pinned, show } = useView();
  const sorting = sortingOf(view.sort);
  const pagination = { pageIndex: view.page - 1, pageSize: view.pageSize };
  const shown = withLink(view.columns);
  const columnVisibility = Object.fromEntries(
    columnIds.map((id) => [id, shown.includes(id) && id !== pinned?.field]),
  );
  return useTable({
    features,
    columns,
    data: answer?.rows ?? noRows,
    rowCount: answer?.total ?? 0,
    getRowId: (row) => `${row.tenant}/${row.requestId}`,
    meta: { links },
    manualSorting: true,
    manualPagination: true,
    enableSortingRemoval: false,
    enableMultiSort: false,
    state: { sorting, pagination, columnVisibility, columnOrder: shown },
    onSortingChange: (updater) => {
      const chosen = functionalUpdate(updater, sorting);
      show((present) => sorted(present, chosen));
    },
    onPaginationChange: (updater) => {
      const { pageIndex, pageSize } = functionalUpdate(updater, pagination);
      show((present) => ({ ...present, page: pageIndex + 1, pageSize }));
    },
    onColumnVisibilityChange: (updater) => {
      const visible = functionalUpdate(updater, columnVisibility);
      const chosen =
        pinned?.field === 'package' ? { ...visible, package: shown.includes('package') } : visible;
      show((present) => ({ ...present, columns: visibleColumns(shown, chosen) }), { replace: true });
    },
  });
}

/** The time is the link that opens the request, so the table always has it. */
function withLink(columns: readonly ColumnId[]): ColumnId[] {
  return columns.includes('requested') ? [...columns] : ['requested', ...columns];
}

function sortingOf({ by, descending }: Sort): SortingState {
  const id = columnIds.find((column) => sortFields[column] === by);
  return id === undefined ? [] : [{ id, desc: descending }];
}

function sorted(view: View, [first]: SortingState): View {
  const column = columnIds.find((id) => id === first?.id);
  const by = column && sortFields[column];
  if (first === undefined || by === undefined) return view;
  return { ...view, sort: { by, descending: first.desc }, page: 1 };
}

/** The shown columns in their present order; a column that was hidden comes back at its usual place. */
function visibleColumns(shown: readonly ColumnId[], visible: Record<string, boolean>): ColumnId[] {
  const kept = shown.filter((id) => visible[id]);
  for (const [place, id] of columnIds.entries()) {
    if (!visible[id] || kept.includes(id)) continue;
    const before = kept.findIndex((other) => columnIds.indexOf(other) > place);
    kept.splice(before < 0 ? kept.length : before, 0, id);
  }
  return kept;
}
