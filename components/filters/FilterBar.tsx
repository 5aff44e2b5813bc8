'use client';

import { memo, type RefObject, useMemo } from 'react';
import { describeFilter } from '@/lib/filter/describe';
import { useView } from '../view/useView';
import { useZone } from '../view/Zone';
import { AddFilter } from './AddFilter';
import { FilterBox } from './FilterBox';
import { TimeRange } from './TimeRange';

/** Everything that narrows the requests. `names` are the names of the object ids that were picked. */
export const FilterBar = memo(function FilterBar({
  names,
  input,
}: {
  names: Readonly<Record<string, string>>;
  input: RefObject<HTMLInputElement | null>;
}) {
  const { view } = useView();
  const { timeZone } = useZone();
  const chips = useMemo(
    () => describeFilter(view.filter, { names, timeZone }).filter(({ field }) => field !== 'time'),
    [view.filter, names, timeZone],
  );
  return (
    <search className="flex flex-wrap items-start gap-2 print:hidden" aria-label="Filter">
      <FilterBox chips={chips} input={input} />
      <AddFilter />
      <TimeRange />
    </search>
  );
});
