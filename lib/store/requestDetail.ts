import 'server-only';
import { z } from 'zod';
import { AppError } from '../errors';
import type { Clause } from '../filter/clause';
import type { RequestDetail, TimelineEntry } from '../request';
import { approverActivity } from './approverActivity';
import type { Store } from './open';
import { requestsById } from './rows';
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
  const found = await requestsById(store, scope, id, tenant);
  const [request] = found;
  if (!request) throw new AppError('not-found', 'No request with this id is in the data that you can see.');
  if (found.length > 1)
    throw new AppError(
      'tenant-needed',
      `Several tenants hold this request id. Add tenant= with one of: ${found.map((r) => r.tenant).join(', ')}.`,
    );
  const visible = scoped(scope, { package: ownPackage, workspaces: 'e.workspaces' });
  const key = { ...visible.bindings, tenant: request.tenant, id: request.requestId };
  const [timeline, records, approvers] = await Promise.all([
    store.all<TimelineEntry>(timelineSql(visible.sql), key),
    store.all<ReceivedRow>(recordsSql(visible.sql), key),
    approverActivity(store, scope, request),
  ]);
  return { ...request, timeline, records: records.map(asLogAnalytics), approvers };
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

const recordsSql = (visible: string) => `
SELECT r.* FROM records r JOIN (SELECT e.tenant, e.key, e.instant, e.rank ${linked(visible)}) e
  ON e.tenant = r.tenant AND e.key = r.key AND r.class <> 'waiting'
ORDER BY e.instant, e.rank, e.key, r.rid`;

/** The columns of `records` that go into the Log Analytics shape, by the table's own names. */
const columnNames = {
  time_generated: 'TimeGenerated',
  activity_date_time: 'ActivityDateTime',
  operation_name: 'OperationName',
  operation_type: 'AADOperationType',
  category: 'Category',
  logged_by_service: 'LoggedByService',
  result: 'Result',
  result_reason: 'ResultReason',
  identity: 'Identity',
  correlation_id: 'CorrelationId',
  own_tenant: 'AADTenantId',
  id: 'Id',
  caller_ip: 'callerIpAddress',
} as const;

const dynamicNames = {
  initiated_by: 'InitiatedBy',
  target_resources: 'TargetResources',
  additional_details: 'AdditionalDetails',
} as const;

type ReceivedRow = Record<keyof typeof columnNames | keyof typeof dynamicNames | 'further', string | null> & {
  key: string;
};

/** Columns that the export lacked are left out here, so that the record shows what was received. */
function asLogAnalytics(row: ReceivedRow): RequestDetail['records'][number] {
  const record: Record<string, unknown> = {};
  for (const column of Object.keys(columnNames) as (keyof typeof columnNames)[]) {
    if (row[column] !== null) record[columnNames[column]] = row[column];
  }
  for (const column of Object.keys(dynamicNames) as (keyof typeof dynamicNames)[]) {
    const text = row[column];
    if (text !== null) record[dynamicNames[column]] = JSON.parse(text);
  }
  return { key: row.key, record: { ...furtherOf(row.further, record), ...record } };
}

const anything = z.record(z.string(), z.unknown());

/** Columns without a place of their own; one that shares a known column's name held what did not fit there. */
function furtherOf(text: string | null, known: Record<string, unknown>): Record<string, unknown> {
  if (text === null) return {};
  const entries = Object.entries(anything.parse(JSON.parse(text)));
  return Object.fromEntries(
    entries.map(([name, value]) => [Object.hasOwn(known, name) ? `${name} (did not fit)` : name, value]),
  );
}
