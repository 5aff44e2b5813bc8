import 'server-only';
import { isDirectoryWrite, readWrites } from '../checks/directoryWrites';
import type { Clause } from '../filter/clause';
import type { AccessRequest, Reached } from '../request';
import type { Store } from './open';
import { scoped } from './where';

/**
 * What the grant of one request reached, oldest first: the directory's writes that carry its CorrelationId, those
 * for its own target where several requests share one. Empty when the request was not granted, null when the
 * reader's part of the data holds no such record.
 */
export async function reached(
  store: Store,
  scope: readonly Clause[],
  request: Pick<AccessRequest, 'tenant' | 'requestId' | 'targetId' | 'correlationId' | 'kind' | 'outcome'>,
): Promise<Reached[] | null> {
  if (request.kind === 'removal' || notGranted.has(request.outcome)) return [];
  const visible = scoped(scope, { package: ownPackage, workspaces: 'e.workspaces' });
  const found = await store.all<Reached>(sql(visible.sql), {
    ...visible.bindings,
    tenant: request.tenant,
    id: request.requestId,
    target: request.targetId,
    correlation: request.correlationId?.trim().toLowerCase() || null,
  });
  return found.length > 0 ? found : null;
}

const ownPackage = '(SELECT package_id FROM requests WHERE tenant = $tenant AND request_id = $id)';

const notGranted: ReadonlySet<string> = new Set(['denied', 'expired', 'cancelled', 'pending']);

const sql = (visible: string) => `
SELECT reached_kind AS kind, reached_id AS id, reached_name AS name, reached_role AS "role",
  role_assignable AS "isRoleAssignable", at_text AS "at", key AS record
FROM (${readWrites(`
  SELECT e.key, e.operation, e.instant, e.at_text, any_value(r.target_resources) AS target_resources
  FROM events e JOIN records r ON r.tenant = e.tenant AND r.key = e.key AND r.class = 'context'
  WHERE e.tenant = $tenant AND ${isDirectoryWrite} AND ${visible}
    AND (e.key IN (SELECT key FROM links WHERE tenant = $tenant AND request_id = $id)
      OR (e.correlation = $correlation AND e.user_id = $target))
  GROUP BY ALL`)})
ORDER BY instant, key`;
