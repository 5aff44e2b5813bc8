/** TanStack Table's own filtering, sorting and faceting, as dashboards that hold all rows in the browser do it. */
import {
  type ColumnFiltersState,
  columnFacetingFeature,
  columnFilteringFeature,
  constructTable,
  createColumnHelper,
  createFacetedRowModel,
  createFacetedUniqueValues,
  createFilteredRowModel,
  createPaginatedRowModel,
  createSortedRowModel,
  rowPaginationFeature,
  rowSortingFeature,
  sortFns,
  tableFeatures,
} from '@tanstack/table-core';
import { storeReactivityBindings } from '@tanstack/table-core/store-reactivity-bindings';
import { counted, type PayloadRow, pageSize } from '../payload';
import { race } from './engine';

const features = tableFeatures({
  coreReactivityFeature: storeReactivityBindings(),
  columnFilteringFeature,
  columnFacetingFeature,
  rowSortingFeature,
  rowPaginationFeature,
  filteredRowModel: createFilteredRowModel(),
  facetedRowModel: createFacetedRowModel(),
  facetedUniqueValues: createFacetedUniqueValues(),
  sortedRowModel: createSortedRowModel(),
  paginatedRowModel: createPaginatedRowModel(),
  sortFns,
});
const helper = createColumnHelper<typeof features, PayloadRow>();
const columns = helper.columns([
  ...counted.map((field) =>
    helper.accessor(field, {
      filterFn: (row, id, value: string) => row.getValue(id) === value,
    }),
  ),
  helper.accessor('search', {
    filterFn: (row, id, value: string) => row.getValue<string>(id).includes(value),
  }),
  helper.accessor('worth', { filterFn: (row, id, value: boolean) => row.getValue(id) === value }),
  helper.accessor('took', {
    filterFn: (row, id, { min, max }: { min: number; max: number }) => {
      const took = row.getValue<number | null>(id);
      return took !== null && took >= min && took < max;
    },
  }),
  helper.accessor('at', { sortFn: 'basic' }),
]);

await race((data) => {
  const table = constructTable({
    features,
    columns,
    data,
    initialState: { sorting: [{ id: 'at', desc: true }], pagination: { pageIndex: 0, pageSize } },
  });
  return ({ packageId, approverId, word, took, worth }) => {
    const filters: ColumnFiltersState = [];
    if (packageId !== null) filters.push({ id: 'package', value: packageId });
    if (approverId !== null) filters.push({ id: 'approver', value: approverId });
    if (word !== null) filters.push({ id: 'search', value: word });
    if (took !== null) filters.push({ id: 'took', value: took });
    if (worth) filters.push({ id: 'worth', value: true });
    table.setColumnFilters(filters);
    const shown = table.getRowModel().rows.length;
    const facets = [...counted, 'took'].map((id) => table.getColumn(id)?.getFacetedUniqueValues().size ?? 0);
    const found = table.getFilteredRowModel().rows.length;
    if (shown > pageSize || facets.length === 0) throw new Error('nothing was counted');
    return found;
  };
});
