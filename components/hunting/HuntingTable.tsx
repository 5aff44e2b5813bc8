import type { HuntingRow } from '@/lib/answers';
import { LogText } from '../ui/LogText';
import { ScrollRegion } from '../ui/ScrollRegion';

/** The query's columns, in its order. */
const columns = [
  'TimeRequested',
  'AccessPackageName',
  'RequestedBy',
  'RequestorJustification',
  'ApprovedTime',
  'ApprovedBy',
  'ApproverJustification',
  'CorrelationId',
  'RequestID',
] as const satisfies readonly (keyof HuntingRow)[];

/** The rows exactly as the query gives them: raw values, UTC times, empty text as empty text. */
export function HuntingTable({ rows, stale }: { rows: readonly HuntingRow[]; stale: boolean }) {
  return (
    <ScrollRegion label="Rows of the query">
      <table className={`plain-table w-max min-w-full ${stale ? 'opacity-60' : ''}`} aria-busy={stale}>
        <caption className="sr-only">Rows that the hunting query returns</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className="font-mono">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the query's rows have no key, and repeat.
            <tr key={place}>
              {columns.map((column) => (
                <td
                  key={column}
                  className={column.endsWith('Justification') ? 'min-w-72 max-w-96' : 'whitespace-nowrap'}
                >
                  <Value value={row[column]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Value({ value }: { value: string | null }) {
  if (value === null) return <i className="text-ink-3">null</i>;
  if (value === '') return <i className="text-ink-3">empty</i>;
  return <LogText text={value} />;
}
