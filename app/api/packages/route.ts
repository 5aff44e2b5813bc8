import type { PackagesAnswer } from '@/lib/answers';
import { acceptedBy } from '@/lib/filter/params';
import { handle } from '@/lib/handle';
import { packages, withoutPackage } from '@/lib/store/packages';

export const GET = handle<PackagesAnswer>(acceptedBy.packages, async ({ inbound, view, clauses, warn }) => {
  const [answer, left] = await Promise.all([
    packages(inbound.store, clauses, view),
    withoutPackage(inbound.store, clauses),
  ]);
  if (left > 0) warn(`${left} matching requests name no package by an id and are in none of these rows.`);
  return answer;
});
