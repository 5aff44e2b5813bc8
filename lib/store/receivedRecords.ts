import 'server-only';
import { z } from 'zod';
import type { RequestDetail } from '../request';
import type { Bindings, Store } from './open';

/**
 * The audit records of some events in the Log Analytics shape, oldest first, each with its key; a record that came
 * in several copies is there several times. `events` is SQL from its FROM on, with the events as `e`.
 */
export async function receivedRecords(
  store: Store,
  events: string,
  bindings: Bindings,
): Promise<RequestDetail['records']> {
  const rows = await store.all<ReceivedRow>(
    `SELECT r.* FROM records r JOIN (SELECT e.tenant, e.key, e.instant, e.rank ${events}) e
  ON e.tenant = r.tenant AND e.key = r.key AND r.class <> 'waiting'
ORDER BY e.instant, e.rank, e.key, r.rid`,
    bindings,
  );
  return rows.map(asLogAnalytics);
}

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
