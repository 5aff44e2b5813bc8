import 'server-only';
import { AppError } from '../errors';
import type { Clause } from '../filter/clause';
import type { Store } from './open';
import { where } from './where';

/**
 * The tenant that holds an object among the requests of the reader's scope and of the chosen tenants. `held` is
 * SQL over `requests r` and `$id`, `what` a noun for the sentences. Throws `not-found`, or `tenant-needed` when
 * several hold it.
 */
export async function oneTenant(
  store: Store,
  clauses: readonly Clause[],
  held: string,
  id: string,
  what: string,
): Promise<string> {
  const condition = where(clauses.filter(({ field }) => field === 'scope' || field === 'tenant'));
  const found = await store.all<{ tenant: string }>(
    `SELECT DISTINCT r.tenant FROM requests r WHERE ${condition.sql} AND (${held}) ORDER BY r.tenant`,
    { ...condition.bindings, id },
  );
  const tenants = found.map(({ tenant }) => tenant);
  const [tenant] = tenants;
  if (tenant === undefined)
    throw new AppError('not-found', `No ${what} with this id is in the data that you can see.`);
  if (tenants.length > 1)
    throw new AppError(
      'tenant-needed',
      `Several tenants hold this ${what} id. Add tenant= with one of: ${tenants.join(', ')}.`,
    );
  return tenant;
}
