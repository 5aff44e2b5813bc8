import type { CoverageReport } from '@/lib/coverage';
import { countWords } from '@/lib/words/count';
import { LogText } from '../ui/LogText';

/** Entitlement-management operations that belong to no request, with their counts. */
export function UnlinkedOperations({
  operations,
}: {
  operations: NonNullable<CoverageReport['unlinkedOperations']>;
}) {
  if (operations.length === 0) return null;
  return (
    <section className="card" aria-labelledby="unlinked">
      <h2 id="unlinked" className="font-semibold">
        Entitlement-management records of no request
      </h2>
      <table className="plain-table mt-2">
        <caption className="sr-only">Operations that belong to no request</caption>
        <thead>
          <tr>
            <th scope="col">Operation</th>
            <th scope="col" className="text-end">
              Records
            </th>
          </tr>
        </thead>
        <tbody>
          {operations.map(({ operation, records }) => (
            <tr key={operation}>
              <td className="break-words">
                <LogText text={operation} />
              </td>
              <td className="num text-end">{countWords(records)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
