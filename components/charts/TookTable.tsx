import type { TookDistribution } from '@/lib/summary';
import { countWords, shareWords } from '@/lib/words/count';
import { rangeOfBars, rangeWords } from './tookBars';

/** The bars of the distribution as rows, with what the baseline would have given for as many. */
export function TookTable({ took, title }: { took: TookDistribution; title: string }) {
  return (
    <table className="plain-table num">
      <caption className="sr-only">{title}</caption>
      <thead>
        <tr>
          <th scope="col">Took</th>
          <th scope="col" className="text-end">
            Requests
          </th>
          <th scope="col" className="text-end">
            Share
          </th>
          <th scope="col" className="text-end">
            Worth a look
          </th>
          {took.baseline ? (
            <th scope="col" className="text-end">
              Baseline, same n
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {took.bars.map(({ requests, look, baseline }, bar) => (
          <tr key={rangeWords(rangeOfBars(bar, bar))}>
            <td>{rangeWords(rangeOfBars(bar, bar))}</td>
            <td className="text-end">{countWords(requests)}</td>
            <td className="text-end">{shareWords(requests, took.requests) ?? '–'}</td>
            <td className="text-end">{countWords(look)}</td>
            {took.baseline ? <td className="text-end">{(baseline ?? 0).toFixed(1)}</td> : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
