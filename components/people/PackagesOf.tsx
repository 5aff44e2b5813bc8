'use client';

import Link from 'next/link';
import { defaultView } from '@/lib/filter/view';
import { countWords } from '@/lib/words/count';
import { listUrl } from '../data/urls';
import { useAnswer } from '../data/useAnswer';
import { PackageLink } from '../packages/PackageLink';
import { Disclosure } from '../ui/Disclosure';
import { Failure } from '../ui/Failure';
import { NameOrId } from '../ui/NameOrId';
import { addressOf, useView } from '../view/useView';

const shown = 10;

/** The packages of the requests in view, most requests first, each leading to its page. */
export function PackagesOf() {
  const { view, filter } = useView();
  const { answer, error, stale, retry } = useAnswer(
    '/api/packages',
    listUrl('/api/packages', { ...defaultView, filter, rules: view.rules, pageSize: shown }),
  );
  if (error) return <Failure what="The packages" error={error} retry={retry} />;
  const { rows, total } = answer?.data ?? { rows: [], total: null };
  const [most] = rows;
  return (
    <Disclosure
      title={`Packages${total === null ? '' : ` (${countWords(total)})`}`}
      gist={
        most === undefined ? (
          total === null ? (
            '…'
          ) : (
            'None in view'
          )
        ) : (
          <>
            Most: <NameOrId name={most.name} id={most.id} />, {countWords(most.requests)}
          </>
        )
      }
    >
      <table className={`plain-table ${stale ? 'opacity-60' : ''}`} aria-busy={stale}>
        <caption className="sr-only">Packages of the requests in view</caption>
        <thead>
          <tr>
            <th scope="col">Package</th>
            <th scope="col" className="text-end">
              Requests
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, tenant, name, requests }) => (
            <tr key={`${tenant}/${id}`}>
              <td className="break-words">
                <PackageLink id={id} name={name} />
              </td>
              <td className="num text-end">{countWords(requests)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="px-3 py-2">
        <Link className="link" href={addressOf('/packages', { ...defaultView, tz: view.tz, filter })}>
          All of them with every figure
        </Link>
      </p>
    </Disclosure>
  );
}
