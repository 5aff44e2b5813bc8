import type { PeopleAnswer } from '@/lib/answers';
import { hiddenOf } from '@/lib/exclusions';
import { acceptedBy } from '@/lib/filter/params';
import { handle } from '@/lib/handle';
import { people, withoutPeople } from '@/lib/store/people';

export const GET = handle<PeopleAnswer>(acceptedBy.people, async (asked) => {
  const { inbound, view, clauses, warn } = asked;
  const [answer, left, hidden] = await Promise.all([
    people(inbound.store, clauses, view),
    withoutPeople(inbound.store, clauses),
    hiddenOf(asked),
  ]);
  if (left > 0) warn(`${left} matching requests name nobody by an id and are in none of these rows.`);
  return { ...answer, hidden };
});
