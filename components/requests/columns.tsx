import {
  columnOrderingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  metaHelper,
  rowPaginationFeature,
  rowSortingFeature,
  tableFeatures,
} from '@tanstack/react-table';
import type { ColumnId } from '@/lib/filter/columns';
import { valueWords } from '@/lib/filter/fields';
import type { AccessRequest } from '@/lib/request';
import { Checks } from '../checks/Checks';
import { NameOrId } from '../ui/NameOrId';
import { Reason } from '../ui/Reason';
import { Time } from '../ui/Time';
import { ApprovedBy } from './ApprovedBy';
import { AskedBy } from './AskedBy';
import { OutcomeWord } from './OutcomeWord';
import { RequestedTime } from './RequestedTime';
import type { RowLinks } from './rowLinks';
import { Took } from './Took';

/** The server sorts and pages; the table only holds what is shown and in which order. */
export const features = tableFeatures({
  rowSortingFeature,
  rowPaginationFeature,
  columnVisibilityFeature,
  columnOrderingFeature,
  tableMeta: metaHelper<{ links: RowLinks }>(),
});

const helper = createColumnHelper<typeof features, AccessRequest>();

export const columns = helper.columns([
  helper.accessor('requestedAt', {
    id: 'requested' satisfies ColumnId,
    header: 'Requested',
    enableHiding: false,
    sortDescFirst: true,
    cell: ({ row, table }) =>
      table.options.meta === undefined ? null : (
        <RequestedTime
          withOutcome={table.getColumn('outcome')?.getIsVisible() ?? false}
          request={row.original}
          links={table.options.meta.links}
        />
      ),
  }),
  helper.accessor('package', {
    id: 'package' satisfies ColumnId,
    header: 'Package',
    sortDescFirst: false,
    cell: ({ row: { original } }) => (
      <span className="reason">
        <NameOrId name={original.package} id={original.packageId} />
      </span>
    ),
  }),
  helper.accessor('requestor', {
    id: 'people' satisfies ColumnId,
    header: 'Asked by · for',
    sortDescFirst: false,
    cell: ({ row, table }) => (
      <AskedBy request={row.original} withPackage={table.getColumn('package')?.getIsVisible() ?? false} />
    ),
  }),
  helper.accessor('requestorJustification', {
    id: 'reason' satisfies ColumnId,
    header: 'Reason given',
    enableSorting: false,
    cell: ({ row }) => (
      <span className="reason">
        <Reason justification={row.original.requestorJustification} />
      </span>
    ),
  }),
  helper.accessor('decisions', {
    id: 'decision' satisfies ColumnId,
    header: 'Approved by · reason',
    enableSorting: false,
    cell: ({ row }) => <ApprovedBy request={row.original} />,
  }),
  helper.accessor('timeToApproveSeconds', {
    id: 'took' satisfies ColumnId,
    header: 'Took',
    sortDescFirst: false,
    cell: ({ row }) => <Took request={row.original} />,
  }),
  helper.accessor('outcome', {
    id: 'outcome' satisfies ColumnId,
    header: 'Outcome',
    sortDescFirst: false,
    cell: ({ row }) => <OutcomeWord request={row.original} />,
  }),
  helper.accessor('policy', {
    id: 'policy' satisfies ColumnId,
    header: 'Policy',
    enableSorting: false,
    cell: ({ row: { original } }) => (
      <span className="reason">
        <NameOrId name={original.policy} id={original.policyId} />
      </span>
    ),
  }),
  helper.accessor('delivery', {
    id: 'delivery' satisfies ColumnId,
    header: 'Delivery',
    sortDescFirst: false,
    cell: ({ row: { original } }) =>
      original.delivery === null ? (
        <i className="text-ink-3">No record</i>
      ) : (
        valueWords('delivery', original.delivery)
      ),
  }),
  helper.accessor('kind', {
    id: 'kind' satisfies ColumnId,
    header: 'Kind',
    sortDescFirst: false,
    cell: ({ row }) => valueWords('kind', row.original.kind),
  }),
  helper.accessor('decidedAt', {
    id: 'decided' satisfies ColumnId,
    header: 'Decided',
    sortDescFirst: true,
    cell: ({ row: { original } }) => (original.decidedAt === null ? '–' : <Time at={original.decidedAt} />),
  }),
  helper.accessor('checks', {
    id: 'checks' satisfies ColumnId,
    header: 'Worth a look',
    sortDescFirst: true,
    cell: ({ row }) => <Checks checks={row.original.checks} />,
  }),
  helper.accessor('client', {
    id: 'client' satisfies ColumnId,
    header: 'Client',
    enableSorting: false,
    cell: ({ row: { original } }) =>
      original.client === 'unknown' ? (
        <i className="text-ink-3">Not in the data</i>
      ) : (
        <span className="inline-block first-letter:uppercase">{valueWords('client', original.client)}</span>
      ),
  }),
]);
