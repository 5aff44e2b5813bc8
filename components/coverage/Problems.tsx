import type { CoverageReport } from '@/lib/coverage';
import { countWords } from '@/lib/words/count';
import { LogText } from '../ui/LogText';

/** Input that could not be used, by file and line; the rest of the input was read all the same. */
export function Problems({
  listed,
  total,
}: {
  listed: NonNullable<CoverageReport['listed']>;
  total: number;
}) {
  return (
    <section className="card" aria-labelledby="skipped">
      <h2 id="skipped" className="font-semibold">
        What was skipped
      </h2>
      <p className="mt-1">
        {total === 0
          ? 'Nothing: every file and every line could be used.'
          : `${countWords(total)} ${total === 1 ? 'piece' : 'pieces'} of the input could not be used; everything else was.`}
        {listed.length < total ? ` The first ${countWords(listed.length)} are listed.` : null}
      </p>
      {listed.length === 0 ? null : (
        <table className="plain-table mt-2">
          <caption className="sr-only">Input that could not be used</caption>
          <thead>
            <tr>
              <th scope="col">File</th>
              <th scope="col" className="text-end">
                Line
              </th>
              <th scope="col">What is wrong</th>
            </tr>
          </thead>
          <tbody>
            {listed.map(({ file, line, code, message }) => (
              <tr key={`${file} ${line} ${code} ${message}`}>
                <td className="font-mono text-small break-all">
                  <LogText text={file} />
                </td>
                <td className="num text-end">{line === null ? 'whole file' : countWords(line)}</td>
                <td className="break-words">
                  <LogText text={message} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
