'use client';

import { sentence } from '@/lib/filter/describe';
import { useView } from '../view/useView';
import { useZone } from '../view/Zone';
import { sortWords } from './sortWords';

/** On paper only: what the rows are, in place of the controls that chose them. */
export function PrintedView({ names }: { names: Readonly<Record<string, string>> }) {
  const { view, filter } = useView();
  const { timeZone } = useZone();
  return (
    <p className="hidden print:block">
      Shown: {sentence(filter, { names, timeZone })}. {sortWords(view.sort)} Times in {timeZone}.
    </p>
  );
}
