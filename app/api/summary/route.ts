import { acceptedBy } from '@/lib/filter/params';
import { handle } from '@/lib/handle';
import { summary } from '@/lib/store/summary';
import type { SummaryAnswer } from '@/lib/summary';

export const GET = handle<SummaryAnswer>(acceptedBy.summary, ({ inbound, clauses }) =>
  summary(inbound.store, clauses),
);
