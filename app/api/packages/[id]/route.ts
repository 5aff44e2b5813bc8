import type { PackageAnswer } from '@/lib/answers';
import { acceptedBy } from '@/lib/filter/params';
import { handle } from '@/lib/handle';
import { packagePage } from '@/lib/store/packagePage';

export const GET = handle<PackageAnswer, { id: string }>(acceptedBy.package, ({ inbound, clauses }, { id }) =>
  packagePage(inbound.store, clauses, id),
);
