'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { onlyTime } from '@/lib/filter/edit';
import { useAnswer } from '../data/useAnswer';
import { CopyButton } from '../ui/CopyButton';
import { LogText } from '../ui/LogText';
import { NameOrId } from '../ui/NameOrId';
import { addressOf, useView } from '../view/useView';

/** What the page of one package or person is about: its list, its name, its id, and where several its tenant. */
export function ThingTitle({
  list,
  id,
  name,
  tenant,
  children,
}: {
  list: { path: '/packages' | '/people'; one: string; many: string };
  id: string;
  /** Undefined until the answer is there; null where the data hold no name. */
  name: string | null | undefined;
  tenant: string | null;
  children?: ReactNode;
}) {
  const { view } = useView();
  const { answer } = useAnswer('/api/coverage', '/api/coverage');
  const several = (answer?.data.tenants.length ?? 0) > 1;
  return (
    <header className="min-w-0">
      <p className="text-small print:hidden">
        <Link className="link" href={addressOf(list.path, onlyTime(view))}>
          All {list.many}
        </Link>
      </p>
      <h1 className="text-title break-words">
        {name === undefined ? `${list.one}…` : <NameOrId name={name} id={id} />}
      </h1>
      <div className="flex flex-wrap items-center gap-x-4 text-ink-2 text-small">
        <span className="flex items-center gap-1 font-mono">
          <span className="min-w-0 break-all">{id}</span>
          <CopyButton text={() => id} label="Copy object id" className="icon-button -my-1 shrink-0" />
        </span>
        {several && tenant !== null ? (
          <span className="break-all">
            tenant{' '}
            <span className="font-mono">
              <LogText text={tenant} />
            </span>
          </span>
        ) : null}
        {children}
      </div>
    </header>
  );
}
