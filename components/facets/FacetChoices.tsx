'use client';

import { useState } from 'react';
import { listFields } from '@/lib/filter/fields';
import type { Facet, FacetField } from '@/lib/summary';
import { countWords } from '@/lib/words/count';
import { facetUrl } from '../data/urls';
import { useAnswer } from '../data/useAnswer';
import { Failure } from '../ui/Failure';
import { useView } from '../view/useView';
import { FacetList } from './FacetList';

/** So many values are taken in at a glance; more can be searched. */
const glance = 8;

/** The values of one field: those of the summary, or those found by a part of their name. */
export function FacetChoices({ field, listed }: { field: FacetField; listed: Facet | undefined }) {
  const { view, filter } = useView();
  const [find, setFind] = useState('');
  const searched = find.trim() !== '';
  const found = useAnswer(
    '/api/facets/{field}',
    searched ? facetUrl(field, { ...view, filter }, find.trim()) : null,
  );
  const facet = searched ? found.answer?.data : listed;
  const { label } = listFields[field];
  const searchable = searched || (listed !== undefined && listed.values.length + listed.more > glance);
  return (
    <div className="grid gap-1">
      {searchable ? (
        <input
          type="search"
          className="input w-full"
          aria-label={`Search the values of ${label}`}
          placeholder="Search…"
          // biome-ignore lint/a11y/noAutofocus: the list was asked for and this is its first control.
          autoFocus
          maxLength={200}
          value={find}
          onChange={(event) => setFind(event.target.value)}
        />
      ) : null}
      {searched && found.error ? (
        <Failure what="The values" error={found.error} retry={found.retry} />
      ) : facet === undefined ? (
        <p className="p-2 text-ink-3">Reading the values…</p>
      ) : facet.values.length === 0 ? (
        <p className="p-2 text-ink-2">
          {searched ? 'No value has this in its name.' : 'No request has a value here.'}
        </p>
      ) : (
        <FacetList field={field} values={facet.values} focused={!searchable} />
      )}
      <p role="status" className="px-2 text-ink-3 text-small">
        {facet === undefined ? '' : statusWords(facet, searched)}
      </p>
    </div>
  );
}

function statusWords({ values, more }: Facet, searched: boolean): string {
  const shown = `${countWords(values.length)} ${values.length === 1 ? 'value' : 'values'}`;
  if (more === 0) return `${shown}${searched ? ' found' : ''}; counts obey all other filters.`;
  return `${shown} of ${countWords(values.length + more)}; search for the others.`;
}
