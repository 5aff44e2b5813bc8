'use client';

import { ChevronDown } from 'lucide-react';
import dynamic from 'next/dynamic';
import { createContext, memo, use } from 'react';
import { Button, DialogTrigger, Popover } from 'react-aria-components';
import { listFields } from '@/lib/filter/fields';
import { type FacetField, facetFields, type SummaryAnswer } from '@/lib/summary';
import { useView } from '../view/useView';

const FacetChoices = dynamic(() => import('./FacetChoices').then((module) => module.FacetChoices), {
  ssr: false,
  loading: () => <p className="p-2 text-ink-3">Reading the values…</p>,
});

const Listed = createContext<SummaryAnswer['facets'] | undefined>(undefined);

/** One quiet button for each field with values to choose from; its list counts what each value would give. */
export const Facets = memo(function Facets({ summary }: { summary: SummaryAnswer | undefined }) {
  const { view, pinned } = useView();
  const offered = facetFields
    .filter((field) => field !== pinned?.field)
    .filter((field) => field !== 'tenant' || hasTenants(summary));
  return (
    <Listed value={summary?.facets}>
      <ul aria-label="Facets" className="facets">
        {offered.map((field) => {
          const { is, isNot } = view.filter[field];
          return (
            <li key={field}>
              <FacetButton field={field} chosen={is.length + isNot.length} />
            </li>
          );
        })}
      </ul>
    </Listed>
  );
});

/** With one tenant there is nothing to choose. */
function hasTenants(summary: SummaryAnswer | undefined): boolean {
  return summary !== undefined && summary.facets.tenant.values.length + summary.facets.tenant.more > 1;
}

/** Drawn again when the number of its choices changes; the values are read by its open list alone. */
const FacetButton = memo(function FacetButton({ field, chosen }: { field: FacetField; chosen: number }) {
  const { label } = listFields[field];
  return (
    <DialogTrigger>
      <Button className="facet-button" data-chosen={chosen > 0 || undefined}>
        <span className="first-letter:uppercase">{label}</span>
        <span className="num facet-mark">{chosen > 0 ? chosen : <ChevronDown size={12} aria-hidden />}</span>
      </Button>
      <Popover
        aria-label={`Values of ${label}`}
        className="menu w-80 max-w-[calc(100vw-2rem)]"
        placement="bottom start"
      >
        <OpenList field={field} />
      </Popover>
    </DialogTrigger>
  );
});

function OpenList({ field }: { field: FacetField }) {
  return <FacetChoices field={field} listed={use(Listed)?.[field]} />;
}
