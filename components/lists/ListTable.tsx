'use client';

import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ListOrder } from '@/lib/filter/view';
import { useView } from '../view/useView';
import { nextOrder, type Order } from './orderWords';

/** One figure of a list: what the server orders by when its head is pressed, and how a row shows it. */
export interface Column<Row> {
  by: ListOrder;
  header: string;
  /** What exactly is counted. */
  meaning: string;
  cell: (row: Row) => ReactNode;
}

/** Rows of figures in the order of the address; every column can be ordered by. */
export function ListTable<Row extends { id: string; tenant: string }>({
  caption,
  columns,
  rows,
  order,
  busy,
}: {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  order: Order;
  busy: boolean;
}) {
  const { show } = useView();
  return (
    <table className={`list-table ${busy ? 'opacity-60' : ''}`} aria-busy={busy}>
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ by, header, meaning }) => (
            <th
              key={by}
              scope="col"
              data-column={by}
              aria-sort={by !== order.by ? undefined : order.descending ? 'descending' : 'ascending'}
            >
              <button
                type="button"
                className="sort"
                title={meaning}
                onClick={() => show((present) => ({ ...present, order: nextOrder(by, order), page: 1 }))}
              >
                {header}
                {by === order.by ? <Arrow descending={order.descending} /> : null}
              </button>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.tenant}/${row.id}`}>
            {columns.map(({ by, header, cell }) => (
              <td key={by} data-column={by} data-label={header}>
                {cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Arrow({ descending }: { descending: boolean }) {
  const Icon = descending ? ArrowDown : ArrowUp;
  return <Icon size={12} aria-hidden className="shrink-0" />;
}
