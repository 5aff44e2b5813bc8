import type { Operation } from './operations';
import type { Target } from './targets';

/** The one Entra tenant that every record belongs to. */
export const tenant = '0c3f9a52-81d7-4b6e-a2c4-7d5e10f8b396';

/** Who did it, ready to be written. */
export interface Actor {
  displayName: string;
  /** JSON text of `initiatedBy`, up to and after the address; an application has no address. */
  initiatedBy: readonly [string] | readonly [string, string];
}

/** One audit record before it is written as a line. */
export interface SampleRecord {
  /** Milliseconds since 1970. */
  at: number;
  operation: Operation;
  correlationId: string;
  actor: Actor;
  ip: string | null;
  targets: readonly Target[];
  details: readonly (readonly [key: string, value: string | null])[];
  result: 'success' | 'failure';
  reason: string;
  userAgent: string | null;
  /** A random number below 2^32: the record's last digits of time and its own part of the `Id`. */
  mark: number;
}

const envelope = `"resourceId":"/tenants/${tenant}/providers/Microsoft.aadiam"`;
const constants = `"category":"AuditLogs","tenantId":"${tenant}","resultSignature":"None","durationMs":0`;

/** The record as one line of a storage export (`insights-logs-auditlogs`), without the line break. */
export function storageLine(record: SampleRecord): string {
  const { operation, actor, mark } = record;
  const time = new Date(record.at).toISOString().slice(0, 23) + String(mark % 10000).padStart(4, '0');
  const ip = JSON.stringify(record.ip);
  const correlation = JSON.stringify(record.correlationId);
  const name = JSON.stringify(operation.name);
  const id = `${operation.prefix}_${record.correlationId}_${code(mark)}_${mark % 100000000}`;
  const [before, after] = actor.initiatedBy;
  const initiatedBy = after === undefined ? before : before + ip + after;
  return (
    `{"time":"${time}Z",${envelope},"operationName":${name},"operationVersion":"1.0",${constants},` +
    `"callerIpAddress":${ip},"correlationId":${correlation},"identity":${JSON.stringify(actor.displayName)},` +
    `"Level":4,"properties":{"id":"${id}","category":"${operation.category}","correlationId":${correlation},` +
    `"result":"${record.result}","resultReason":${JSON.stringify(record.reason)},` +
    `"activityDisplayName":${name},"activityDateTime":"${time}+00:00",` +
    `"loggedByService":"${operation.service}","operationType":"${operation.type}",` +
    `"userAgent":${JSON.stringify(record.userAgent)},"initiatedBy":${initiatedBy},` +
    `"targetResources":[${record.targets.join(',')}],"additionalDetails":[${details(record)}]}}`
  );
}

function details(record: SampleRecord): string {
  return record.details
    .map(([key, value]) => `{"key":${JSON.stringify(key)},"value":${JSON.stringify(value)}}`)
    .join(',');
}

/** Five letters and digits, as in the ids of real records. */
function code(mark: number): string {
  return mark.toString(36).toUpperCase().padStart(7, '0').slice(0, 5);
}
