import { z } from 'zod';

/** One row of the table `AuditLogs`, and when it became queryable. */
export interface StoredRow {
  row: Record<string, unknown>;
  /** UTC ISO 8601. */
  ingestedAt: string;
}

const envelope = z.looseObject({
  time: z.string(),
  resourceId: z.string(),
  operationName: z.string(),
  operationVersion: z.string(),
  tenantId: z.string(),
  correlationId: z.string(),
  identity: z.string().nullable(),
  Level: z.number(),
  properties: z.looseObject({
    id: z.string(),
    category: z.string(),
    result: z.string(),
    resultReason: z.string(),
    activityDateTime: z.string(),
    loggedByService: z.string(),
    operationType: z.string(),
    initiatedBy: z.unknown(),
    targetResources: z.unknown(),
    additionalDetails: z.unknown(),
  }),
});

/** The row that Log Analytics has for a line of a storage export; it takes the service three to ten minutes. */
export function tableRow(line: string): StoredRow {
  const { properties, ...outer } = envelope.parse(JSON.parse(line));
  const minutes = 3 + ((properties.id.codePointAt(properties.id.length - 1) ?? 0) % 8);
  return {
    ingestedAt: new Date(Date.parse(outer.time) + minutes * 60_000).toISOString(),
    row: {
      SourceSystem: 'Azure AD',
      TimeGenerated: outer.time,
      ActivityDateTime: properties.activityDateTime.replace('+00:00', 'Z'),
      OperationName: outer.operationName,
      ActivityDisplayName: outer.operationName,
      OperationVersion: outer.operationVersion,
      AADOperationType: properties.operationType,
      AADTenantId: outer.tenantId,
      Category: properties.category,
      CorrelationId: outer.correlationId,
      Id: properties.id,
      Identity: outer.identity ?? '',
      Level: String(outer.Level),
      LoggedByService: properties.loggedByService,
      Resource: 'Microsoft.aadiam',
      ResourceGroup: 'Microsoft.aadiam',
      ResourceId: outer.resourceId,
      Result: properties.result,
      ResultReason: properties.resultReason,
      InitiatedBy: properties.initiatedBy,
      TargetResources: properties.targetResources,
      AdditionalDetails: properties.additionalDetails,
      Type: 'AuditLogs',
    },
  };
}
