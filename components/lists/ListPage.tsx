'use client';

import { useRef } from 'react';
import { countWords } from '@/lib/words/count';
import { useNames } from '../data/useNames';
import { BadLink } from '../filters/BadLink';
import { FilterBar } from '../filters/FilterBar';
import { HiddenByRules } from '../rules/HiddenByRules';
import { Waiting } from '../ui/Waiting';
import { ThresholdsNote } from '../view/ThresholdsNote';
import { useView } from '../view/useView';
import { FindBox } from './FindBox';
import { type List, ListResult } from './ListResult';
import type { Column } from './ListTable';
import { type Order, orderWords } from './orderWords';

export interface ListWords {
  title: string;
  /** What the figures count, in one sentence. */
  about: string;
  /** `package`, `packages`. */
  one: string;
  many: string;
}

/** A list of packages or of people with the figures of the requests that match: filter, find box, table. */
export function ListPage<Row extends { id: string; tenant: string }>({
  words,
  list,
  columns,
  ownOrder,
}: {
  words: ListWords;
  list: List<Row>;
  columns: readonly Column<Row>[];
  /** How the server orders the list when the address does not say. */
  ownOrder: Order;
}) {
  const { view } = useView();
  const input = useRef<HTMLInputElement>(null);
  const names = useNames(view.filter);
  const order = view.order ?? ownOrder;
  const total = list.answer?.data.total;
  return (
    <main className="list-page p-4" data-late={list.stale || undefined}>
      <div className="mb-3 flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <div className="min-w-0">
          <h1 className="text-title">{words.title}</h1>
          <p className="text-ink-2">{words.about}</p>
        </div>
        <div className="min-w-0 max-md:w-full print:hidden">
          <FindBox label={`Find a ${words.one} by name`} />
        </div>
      </div>
      <BadLink />
      <FilterBar names={names} input={input} />
      <ThresholdsNote next={input} />
      <HiddenByRules hidden={list.answer?.data.hidden} stale={list.stale} />
      <Waiting running={list.stale && list.fetching} cancel={list.cancel} />
      <div className="mt-3">
        <ListResult words={words} list={list} columns={columns} order={order} names={names} />
      </div>
      <p role="status" className="sr-only">
        {list.stale || total === undefined
          ? ''
          : `${orderWords(order)} ${countWords(total)} ${total === 1 ? words.one : words.many}.`}
      </p>
    </main>
  );
}
