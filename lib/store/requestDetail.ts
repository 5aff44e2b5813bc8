import 'server-only';
import type { Clause } from '../filter/clause';
import type { RequestDetail, TimelineEntry } from '../request';
import { approverActivity } from './approverActivity';
import { bracket } from './bracket';
import { evidence } from './evidence';
import { findings } from './findings';
import { oneRequest } from './oneRequest';
import type { Store } from './open';
import { reached } from './reached';
import { receivedRecords } from './receivedRecords';
import { sameWords } from './sameWords';
import { scoped } from './where';

/**
 * One request with its timeline, the audit records behind it and what else its approvers did, all within the
 * reader's scope. Throws `not-found`, or `tenant-needed` when several tenants hold the id and none was named.
 */
export async function requestDetail(
  store: Store,
  scope: readonly Clause[],
  id: string,
  tenant: string | null,
): Promise<RequestDetail> {
  const request = await oneRequest(store, scope, id, tenant);
  const visible = scoped(scope, { package: ownPackage, workspaces: 'e.workspaces' });
  const key = { ...visible.bindings, tenant: request.tenant, id: request.requestId };
  const [timeline, records, approvers, gave, same, checked, configured] = await Promise.all([
    store.all<TimelineEntry>(timelineSql(visible.sql), key),
    receivedRecords(store, linked(visible.sql), key),
    approverActivity(store, scope, request),
    reached(store, scope, request),
    sameWords(store, scope, request),
    findings(store, scope, request),
    bracket(store, scope, request),
  ]);
  const named = [
    ...(checked.findings ?? []).flatMap((finding) => finding.records),
    ...[...configured, ...(gave ?? [])].map(({ record }) => record),
  ];
  const beside = await evidence(store, scope, request.tenant, named, records);
  return {
    ...request,
    timeline,
    records,
    evidence: beside,
    approvers,
    reached: gave,
    sameWords: same,
    ...checked,
    bracket: configured,
  };
}

const ownPackage = '(SELECT package_id FROM requests WHERE tenant = $tenant AND request_id = $id)';

/** Another service's record can be of a workspace that the request's own records are not of. */
const linked = (visible: string) => `
FROM events e SEMI JOIN (SELECT * FROM links WHERE tenant = $tenant AND request_id = $id) l
  ON l.tenant = e.tenant AND l.key = e.key
WHERE ${visible}`;

const timelineSql = (visible: string) => `
SELECT at_text AS "at", operation, coalesce(step, 'other') AS step, result, actor, actor_id AS "actorId",
  actor_name AS "actorName", class = 'context' AS context, key AS record
${linked(visible)} ORDER BY e.instant, e.rank, e.key`;
