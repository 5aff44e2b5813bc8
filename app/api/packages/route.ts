import type { PackagesAnswer } from '@/lib/answers';
import { hiddenOf } from '@/lib/exclusions';
import { acceptedBy } from '@/lib/filter/params';
import { handle } from '@/lib/handle';
import { packages, withoutPackage } from '@/lib/store/packages';

export const GET = handle<PackagesAnswer>(acceptedBy.packages, async (asked) => {
  const { inbound, view, clauses, warn } = asked;
  const [answer, left, hidden] = await Promise.all([
    packages(inbound.store, clauses, view),
    withoutPackage(inbound.store, clauses),
    hiddenOf(asked),
  ]);
  if (left > 0) warn(`${left} matching requests name no package by an id and are in none of these rows.`);
  return { ...answer, hidden };
});
