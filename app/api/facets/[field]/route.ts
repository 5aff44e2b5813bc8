import type { FacetAnswer } from '@/lib/answers';
import { AppError } from '@/lib/errors';
import { acceptedBy } from '@/lib/filter/params';
import { handle } from '@/lib/handle';
import { searchedFacet } from '@/lib/store/facets';
import { facetFields } from '@/lib/summary';

export const GET = handle<FacetAnswer, { field: string }>(
  acceptedBy.facet,
  async ({ inbound, clauses, view }, path) => {
    const field = facetFields.find((one) => one === path.field);
    if (field === undefined)
      throw new AppError('not-found', `There is no facet of this name; there are ${facetFields.join(', ')}.`);
    return { field, ...(await searchedFacet(inbound.store, clauses, field, view.find)) };
  },
);
