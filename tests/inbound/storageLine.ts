import type { AuditRecord } from '@/lib/audit/record';

export const tenant = '5f0c1c1e-3a53-4d8e-9d0b-2f6b7a1e4c10';

/** The record as one line of a storage export in its usual spelling, line break included. */
export function storageLine(record: AuditRecord): string {
  const { operationName, correlationId, timeGenerated, activityDateTime } = record;
  const tenantId = record.tenant ?? tenant;
  const envelope = {
    time: timeGenerated,
    resourceId: `/tenants/${tenantId}/providers/Microsoft.aadiam`,
    operationName,
    operationVersion: '1.0',
    category: 'AuditLogs',
    tenantId,
    resultSignature: 'None',
    durationMs: 0,
    callerIpAddress: record.callerIp,
    correlationId,
    identity: record.identity,
    Level: 4,
    properties: {
      id: record.id,
      category: record.category,
      correlationId,
      result: record.result,
      resultReason: '',
      activityDisplayName: operationName,
      activityDateTime: activityDateTime?.replace('Z', '+00:00'),
      loggedByService: record.loggedByService,
      operationType: 'Update',
      userAgent: null,
      initiatedBy: parsed(record.initiatedBy),
      targetResources: parsed(record.targetResources),
      additionalDetails: parsed(record.additionalDetails),
    },
  };
  return `${JSON.stringify(envelope)}\n`;
}

function parsed(text: string | null): unknown {
  return text === null ? null : JSON.parse(text);
}
