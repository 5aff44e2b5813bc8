import 'server-only';
import type { Clause } from '../filter/clause';
import type { AccessRequest, SameWords } from '../request';
import type { Store } from './open';
import { where } from './where';

/** The requests of one tenant, within the reader's scope, that give the reason of one request; null when it gives none. */
export async function sameWords(
  store: Store,
  scope: readonly Clause[],
  {
    tenant,
    requestId,
    requestorJustification,
  }: Pick<AccessRequest, 'tenant' | 'requestId' | 'requestorJustification'>,
): Promise<SameWords | null> {
  if (requestorJustification.state !== 'given') return null;
  const visible = where(scope);
  const same = `FROM requests r WHERE r.tenant = $tenant AND ${visible.sql}
    AND r.words = (SELECT words FROM requests WHERE tenant = $tenant AND request_id = $id)`;
  const values = { ...visible.bindings, tenant, id: requestId };
  const [counts, others] = await Promise.all([
    store.all<Omit<SameWords, 'others'>>(
      `SELECT count(*)::DOUBLE AS uses, count(DISTINCT coalesce(r.requestor_id, lower(r.requestor)))::DOUBLE AS people,
        count(DISTINCT coalesce(r.package_id, r.package))::DOUBLE AS packages ${same}`,
      values,
    ),
    store.all<SameWords['others'][number]>(
      `SELECT r.request_id AS "requestId", r.requestor, r.requestor_id AS "requestorId", r.requestor_name AS "requestorName",
        r.package, r.package_id AS "packageId", r.requested_text AS "at" ${same} AND r.request_id <> $id
       ORDER BY r.requested DESC NULLS LAST, r.request_id LIMIT 10`,
      values,
    ),
  ]);
  const [found] = counts;
  return found && found.uses > 0 ? { ...found, others } : null;
}
