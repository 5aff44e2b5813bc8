import type { PersonAnswer } from '@/lib/answers';
import { acceptedBy } from '@/lib/filter/params';
import { handle } from '@/lib/handle';
import { personPage } from '@/lib/store/personPage';

export const GET = handle<PersonAnswer, { id: string }>(acceptedBy.person, ({ inbound, clauses }, { id }) =>
  personPage(inbound.store, clauses, id),
);
