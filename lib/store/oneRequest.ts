import 'server-only';
import { AppError } from '../errors';
import type { Clause } from '../filter/clause';
import type { AccessRequest } from '../request';
import type { Store } from './open';
import { requestsById } from './rows';

/**
 * The request with this id in the reader's scope. Throws `not-found`, or `tenant-needed` when several tenants hold
 * the id and none was named.
 */
export async function oneRequest(
  store: Store,
  scope: readonly Clause[],
  id: string,
  tenant: string | null,
): Promise<AccessRequest> {
  const found = await requestsById(store, scope, id, tenant);
  const [request] = found;
  if (!request) throw new AppError('not-found', 'No request with this id is in the data that you can see.');
  if (found.length > 1)
    throw new AppError(
      'tenant-needed',
      `Several tenants hold this request id. Add tenant= with one of: ${found.map((r) => r.tenant).join(', ')}.`,
    );
  return request;
}
