'use client';

import type { PackageAnswer } from '@/lib/answers';
import { setValues, withFilter } from '@/lib/filter/edit';
import { countWords } from '@/lib/words/count';
import { NameOrId } from '../ui/NameOrId';
import { Time } from '../ui/Time';
import { ViewLink } from '../view/ViewLink';

/** The policies that the package's requests came in by; each narrows the page to its requests. */
export function Policies({ policies }: { policies: PackageAnswer['policies'] }) {
  if (policies.length === 0) return <p className="p-3 text-ink-2">No request in view names a policy.</p>;
  return (
    <table className="plain-table">
      <caption className="sr-only">Policies seen</caption>
      <thead>
        <tr>
          <th scope="col">Policy</th>
          <th scope="col" className="text-end">
            Requests
          </th>
          <th scope="col">First to last request</th>
        </tr>
      </thead>
      <tbody>
        {policies.map(({ id, name, requests, firstAt, lastAt }) => (
          <tr key={id}>
            <td className="break-words">
              <ViewLink
                className="link"
                to={(view) => withFilter(view, setValues(view.filter, 'policy', false, [id]))}
              >
                <NameOrId name={name} id={id} />
              </ViewLink>
            </td>
            <td className="num text-end">{countWords(requests)}</td>
            <td>
              <Time at={firstAt} /> – <Time at={lastAt} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
