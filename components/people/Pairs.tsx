'use client';

import type { Pair } from '@/lib/answers';
import { countWords } from '@/lib/words/count';
import { Percentile } from '../lists/Figures';
import { ShowMore } from '../ui/ShowMore';
import { PersonLink } from './PersonLink';

/** Who approved for whom how often, most first; on a person's page their own side is left out. */
export function Pairs({
  pairs,
  sides,
}: {
  pairs: readonly Pair[];
  sides: readonly ('approver' | 'requestor')[];
}) {
  if (pairs.length === 0) return <p className="p-3 text-ink-2">No approval by people in view.</p>;
  return (
    <ShowMore items={pairs} first={10}>
      {(shown) => (
        <table className="plain-table">
          <caption className="sr-only">Who approved for whom</caption>
          <thead>
            <tr>
              {sides.map((side) => (
                <th key={side} scope="col">
                  {side === 'approver' ? 'Approved by' : 'Asked by'}
                </th>
              ))}
              <th scope="col" className="text-end">
                Requests
              </th>
              <th scope="col" className="text-end">
                Median to approve
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((pair) => (
              <tr key={`${pair.approverId ?? pair.approver} ${pair.requestorId ?? pair.requestor}`}>
                {sides.map((side) => (
                  <td key={side} className="break-words">
                    <Side pair={pair} side={side} />
                  </td>
                ))}
                <td className="num text-end">{countWords(pair.requests)}</td>
                <td className="num text-end whitespace-nowrap">
                  <Percentile seconds={pair.medianSeconds} of={pair.requests} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </ShowMore>
  );
}

function Side({ pair, side }: { pair: Pair; side: 'approver' | 'requestor' }) {
  return side === 'approver' ? (
    <PersonLink id={pair.approverId} name={pair.approver} as="decided" />
  ) : (
    <PersonLink id={pair.requestorId} name={pair.requestor} as="asked" />
  );
}
