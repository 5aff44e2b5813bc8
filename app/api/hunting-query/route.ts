import type { HuntingAnswer } from '@/lib/answers';
import { acceptedBy } from '@/lib/filter/params';
import { handle } from '@/lib/handle';
import { huntingQuery } from '@/lib/store/huntingQuery';

export const GET = handle<HuntingAnswer>(
  acceptedBy.huntingQuery,
  ({ inbound, view, clauses, scope, params }) => {
    const time = clauses.find((clause) => clause.kind === 'time-range');
    const paged = params.has('page') || params.has('pageSize');
    return huntingQuery(
      inbound.store,
      scope,
      { from: time?.from ?? null, to: time?.to ?? null },
      paged ? { page: view.page, pageSize: view.pageSize } : null,
    );
  },
);
