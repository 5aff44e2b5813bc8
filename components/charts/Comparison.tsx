'use client';

import { ArrowDown, ArrowUp, ListFilter } from 'lucide-react';
import { useMemo, useState } from 'react';
import { toggleValue } from '@/lib/filter/edit';
import type { Compared } from '@/lib/summary';
import { countWords, percentWords } from '@/lib/words/count';
import { Percentile } from '../lists/Figures';
import { PackageLink } from '../packages/PackageLink';
import { PersonLink } from '../people/PersonLink';
import { visible } from '../ui/visibleText';
import { useView } from '../view/useView';
import { type ComparedColumn, type ComparedOrder, inOrder } from './comparedOrder';

const kinds = {
  package: { title: 'Packages compared', noReason: 'Requestor gave no reason' },
  approver: { title: 'Approvers compared', noReason: 'Approver gave no reason' },
} as const;

/** Packages or approvers beside their likes: every figure sorts, each name leads to its page or filters by it. */
export function Comparison({
  of,
  compared,
  more,
}: {
  of: keyof typeof kinds;
  compared: readonly Compared[];
  more: number;
}) {
  const [order, setOrder] = useState<ComparedOrder>({ by: 'requests', descending: true });
  const rows = useMemo(() => inOrder(compared, order), [compared, order]);
  const { title, noReason } = kinds[of];
  const columns: [ComparedColumn, string][] = [
    ['name', of === 'package' ? 'Package' : 'Approver'],
    ['requests', 'Requests'],
    ['medianSeconds', 'Median'],
    ['p5Seconds', '5th percentile'],
    ['noReason', noReason],
    ...(of === 'package' ? [['noHuman', 'No human decided'] satisfies [ComparedColumn, string]] : []),
  ];
  const sort = (by: ComparedColumn) =>
    setOrder(by === order.by ? { by, descending: !order.descending } : { by, descending: by !== 'name' });
  return (
    <section className="card chart-card" aria-label={title}>
      <h2 className="font-semibold">{title}</h2>
      <p className="text-ink-2 text-small">
        Of what matches. Times are those of approvals by people; no median of fewer than 8, no share of fewer
        than 20.
        {more > 0 ? ` ${countWords(more)} with fewer requests are not listed.` : ''}
      </p>
      {rows.length === 0 ? (
        <p className="chart-nothing">Nothing to compare: no request that matches names one.</p>
      ) : (
        <section
          aria-label={`${title}, rows`}
          className="chart-table compared-table"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
          tabIndex={0}
        >
          <table className="plain-table num">
            <caption className="sr-only">{title}</caption>
            <thead>
              <tr>
                {columns.map(([by, words]) => (
                  <th
                    key={by}
                    scope="col"
                    className={by === 'name' ? undefined : 'text-end'}
                    aria-sort={order.by !== by ? undefined : order.descending ? 'descending' : 'ascending'}
                  >
                    <button
                      type="button"
                      className="inline-flex min-h-6 items-center gap-1"
                      onClick={() => sort(by)}
                    >
                      {words}
                      {order.by !== by ? null : order.descending ? (
                        <ArrowDown size={12} aria-hidden />
                      ) : (
                        <ArrowUp size={12} aria-hidden />
                      )}
                    </button>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row key={row.id} of={of} row={row} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  );
}

function Row({ of, row }: { of: keyof typeof kinds; row: Compared }) {
  const { view, pinned, narrow } = useView();
  const chosen = view.filter[of].is.includes(row.id);
  return (
    <tr className={chosen ? 'bg-selected' : undefined}>
      <td>
        <span className="flex items-center gap-1">
          {pinned?.field === of ? null : (
            <button
              type="button"
              className="icon-button min-h-6 min-w-6 shrink-0 aria-pressed:text-accent"
              aria-pressed={chosen}
              aria-label={`Only ${visible(row.name ?? row.id)}`}
              onClick={() => narrow((filter) => toggleValue(filter, of, row.id))}
            >
              <ListFilter size={14} aria-hidden />
            </button>
          )}
          {of === 'package' ? (
            <PackageLink id={row.id} name={row.name} />
          ) : (
            <PersonLink id={row.id} name={row.name} as="decided" />
          )}
        </span>
      </td>
      <td className="text-end">{countWords(row.requests)}</td>
      <td className="text-end">
        <Percentile seconds={row.medianSeconds} of={row.byPeople} />
      </td>
      <td className="text-end">
        <Percentile seconds={row.p5Seconds} of={row.byPeople} />
      </td>
      <Share count={row.noReason} share={row.noReasonShare} />
      {of === 'package' ? <Share count={row.noHuman} share={row.noHumanShare} /> : null}
    </tr>
  );
}

function Share({ count, share }: { count: number; share: number | null }) {
  return (
    <td className="text-end">
      {countWords(count)}
      {share === null ? null : <span className="text-ink-2"> {percentWords(share)}</span>}
    </td>
  );
}
