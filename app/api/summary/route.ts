import { hiddenOf } from '@/lib/exclusions';
import { acceptedBy } from '@/lib/filter/params';
import { handle } from '@/lib/handle';
import { summary } from '@/lib/store/summary';
import type { SummaryAnswer } from '@/lib/summary';

export const GET = handle<SummaryAnswer>(acceptedBy.summary, async (asked) => {
  const [found, hidden] = await Promise.all([summary(asked.inbound.store, asked.clauses), hiddenOf(asked)]);
  return { ...found, hidden };
});
