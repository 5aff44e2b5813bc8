import { type Column, Columns } from './columns';
import { actor, type Dynamic, details, targets } from './dynamic';
import { isObject } from './json';
import type { AuditRecord } from './record';
import { cleanText, isTooDeep, jsonText } from './text';
import { canonicalTime } from './time';

/** Why a value is no audit record: the words that follow "it" in a sentence. */
export interface Unusable {
  unusable:
    | 'is no object'
    | 'has no operation name'
    | 'has no time that can be read'
    | 'is nested too deeply';
}

/**
 * One audit record from a JSON value that holds one: a Log Analytics row, a storage or event-hub envelope with
 * `properties`, or a Graph directoryAudit. Names match in any case; empty text counts as missing; whatever has
 * no column of its own is kept in `further`. Pure, and never throws.
 */
export function normalise(value: unknown): AuditRecord | Unusable {
  if (!isObject(value)) return { unusable: 'is no object' };
  const columns = new Columns(value);
  const operationName = textOf(columns, 'operationName');
  if (operationName === null || operationName.trim() === '') return { unusable: 'has no operation name' };
  const activityDateTime = timeOf(columns, 'activityDateTime');
  const timeGenerated = timeGeneratedOf(columns) ?? activityDateTime;
  if (timeGenerated === null) return { unusable: 'has no time that can be read' };

  const initiatedBy = dynamicOf(columns, 'initiatedBy', actor);
  const targetResources = dynamicOf(columns, 'targetResources', targets);
  const additionalDetails = dynamicOf(columns, 'additionalDetails', details);
  const parts = [initiatedBy.value, targetResources.value, additionalDetails.value];
  if (parts.some((part) => isTooDeep(part))) return { unusable: 'is nested too deeply' };
  const record: AuditRecord = {
    id: textOf(columns, 'id'),
    tenant: tenantOf(columns),
    timeGenerated,
    activityDateTime,
    operationName,
    operationType: textOf(columns, 'operationType'),
    category: textOf(columns, 'category'),
    loggedByService: textOf(columns, 'loggedByService'),
    result: textOf(columns, 'result'),
    resultReason: textOf(columns, 'resultReason'),
    identity: textOf(columns, 'identity') ?? displayNameOf(initiatedBy),
    correlationId: textOf(columns, 'correlationId'),
    callerIp: textOf(columns, 'callerIp'),
    initiatedBy: jsonOf(initiatedBy.value),
    targetResources: jsonOf(targetResources.value),
    additionalDetails: jsonOf(additionalDetails.value),
    further: null,
    ingestedAt: null,
    workspaces: null,
    targetsCut: isUnreadable(targetResources),
    detailsCut: isUnreadable(additionalDetails),
  };
  // Last, since what its column could not hold was put among the further ones above.
  const further = columns.further();
  if (isTooDeep(further)) return { unusable: 'is nested too deeply' };
  record.further = jsonOf(further);
  return record;
}

/** True for a column that was there and held nothing of its kind: what it said is unknown, not absent. */
function isUnreadable(dynamic: Dynamic): boolean {
  return dynamic.value === null && dynamic.misfit !== undefined;
}

function textOf(columns: Columns, column: Column): string | null {
  const value = columns.get(column);
  if (value === undefined) return null;
  if (typeof value !== 'object') return cleanText(String(value));
  columns.keep(column, value);
  return null;
}

function timeOf(columns: Columns, column: Column): string | null {
  const value = columns.get(column);
  const time = typeof value === 'string' ? canonicalTime(value) : null;
  if (time === null && value !== undefined) columns.keep(column, value);
  return time;
}

/** The table of a search job has the job's own time in `TimeGenerated`, and the record's in another column. */
function timeGeneratedOf(columns: Columns): string | null {
  const original = timeOf(columns, 'originalTime');
  if (original === null) return timeOf(columns, 'timeGenerated');
  const ofTheJob = columns.get('timeGenerated');
  if (ofTheJob !== undefined) columns.keep('timeGenerated', ofTheJob);
  return original;
}

function dynamicOf(columns: Columns, column: Column, read: (value: unknown) => Dynamic): Dynamic {
  const dynamic = read(columns.get(column));
  if (dynamic.misfit !== undefined) columns.keep(column, dynamic.misfit);
  return dynamic;
}

/** The Entra tenant in lower case; the table's own `TenantId` is the workspace and is never taken for it. */
function tenantOf(columns: Columns): string | null {
  const resourceId = textOf(columns, 'resourceId');
  if (resourceId !== null) columns.keep('resourceId', resourceId);
  const tenant = textOf(columns, 'tenant') ?? resourceId?.match(/\/tenants\/([^/]+)/i)?.[1];
  return tenant?.toLowerCase() ?? null;
}

function displayNameOf(initiatedBy: Dynamic): string | null {
  if (!isObject(initiatedBy.value)) return null;
  for (const who of [initiatedBy.value.user, initiatedBy.value.app]) {
    if (isObject(who) && typeof who.displayName === 'string') return cleanText(who.displayName);
  }
  return null;
}

function jsonOf(value: unknown): string | null {
  return value === null ? null : jsonText(value);
}
