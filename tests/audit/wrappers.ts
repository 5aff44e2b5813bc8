import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { normalise } from '@/lib/audit/normalise';
import type { AuditRecord } from '@/lib/audit/record';

const samples = path.join(import.meta.dirname, '../samples');

const row = z.looseObject({
  TimeGenerated: z.string(),
  ActivityDateTime: z.string().optional(),
  OperationName: z.string(),
  Identity: z.string().optional(),
  CorrelationId: z.string(),
  AADTenantId: z.string().optional(),
  InitiatedBy: z.object({
    user: z.record(z.string(), z.unknown()).optional(),
    app: z.record(z.string(), z.unknown()).optional(),
  }),
  TargetResources: z.array(z.record(z.string(), z.unknown())),
  AdditionalDetails: z.array(z.object({ key: z.string(), value: z.string().nullable() })),
});

/** One of the 27 sample records as a row of the Log Analytics table. */
export type Row = z.infer<typeof row>;

export function sampleText(name: string): string {
  return readFileSync(path.join(samples, name), 'utf8');
}

export function rows(): Row[] {
  const lines = sampleText('log-analytics.ndjson').trim().split('\n');
  return lines.map((line) => row.parse(JSON.parse(line)));
}

export function records(): AuditRecord[] {
  return rows().map(recordOf);
}

/** The record in a value that must hold one. */
export function recordOf(value: unknown): AuditRecord {
  const record = normalise(value);
  if ('unusable' in record) throw new Error(record.unusable);
  return record;
}

/** What a record says in every wrapper: without the tenant, and without what only some wrappers carry. */
export function meaning(record: AuditRecord): Partial<AuditRecord> {
  const { tenant, further, callerIp, activityDateTime, timeGenerated, ...said } = record;
  return { ...said, timeGenerated: activityDateTime ?? timeGenerated };
}

export function asGraph(source: Row): Record<string, unknown> {
  const { user, app } = source.InitiatedBy;
  return {
    id: source.Id,
    category: source.Category,
    correlationId: source.CorrelationId,
    result: source.Result,
    resultReason: source.ResultReason,
    activityDisplayName: source.OperationName,
    activityDateTime: source.ActivityDateTime ?? source.TimeGenerated,
    loggedByService: source.LoggedByService,
    operationType: source.AADOperationType,
    initiatedBy: {
      app: app ?? null,
      user: user ? { ...user, userType: null, homeTenantId: null, homeTenantName: null } : null,
    },
    targetResources: source.TargetResources.map((target) => ({
      groupType: null,
      ...target,
      userPrincipalName: target.userPrincipalName ?? null,
    })),
    additionalDetails: source.AdditionalDetails,
  };
}

export function asStorage(source: Row): Record<string, unknown> {
  const { activityDateTime, ...properties } = asGraph(source);
  return {
    time: source.TimeGenerated,
    resourceId: '/tenants/5F0C1C1E-3A53-4D8E-9D0B-2F6B7A1E4C10/providers/Microsoft.aadiam',
    operationName: source.OperationName,
    category: 'AuditLogs',
    tenantId: '5f0c1c1e-3a53-4d8e-9d0b-2f6b7a1e4c10',
    durationMs: '0',
    callerIpAddress: '203.0.113.24',
    correlationId: source.CorrelationId,
    identity: source.Identity,
    Level: 4,
    properties: {
      ...properties,
      initiatedBy: source.InitiatedBy,
      targetResources: source.TargetResources,
      ...(source.ActivityDateTime
        ? { activityDateTime: source.ActivityDateTime.replace('Z', '+00:00') }
        : {}),
    },
  };
}

/** The answer of the query API: dynamic cells are JSON text, and a column that a row lacks is null. */
export function asQueryAnswer(sources: readonly Row[]): unknown {
  const names = columnNames(sources);
  const columns = names.map((name) => ({ name, type: 'string' }));
  return {
    tables: [
      {
        name: 'PrimaryResult',
        columns,
        rows: sources.map((source) => names.map((name) => cell(source[name]))),
      },
    ],
  };
}

export function asTableCsv(sources: readonly Row[]): string {
  const names = columnNames(sources);
  const header = names.map((name) => (/Time/.test(name) ? `${name} [UTC]` : name));
  return csv([header, ...sources.map((source) => names.map((name) => cell(source[name])))]);
}

/** The admin center's CSV: no `Id`, no operation type, three targets, five properties of each, six details. */
export function asPortalCsv(sources: readonly Row[]): string {
  return csv([portalHeader, ...sources.map(portalRow)]);
}

export const portalHeader = [
  'Date (UTC),CorrelationId,Service,Category,Activity,Result,ResultReason,User Agent,ActorType'.split(','),
  'ActorDisplayName,ActorObjectId,ActorUserPrincipalName,IPAddress,ActorHomeTenantId'.split(','),
  'ActorHomeTenantName,ActorServicePrincipalId,ActorServicePrincipalName'.split(','),
  [1, 2, 3].flatMap((target) => [
    ...['Type', 'DisplayName', 'ObjectId', 'UserPrincipalName'].map((field) => `Target${target}${field}`),
    ...[1, 2, 3, 4, 5].flatMap((property) =>
      ['Name', 'OldValue', 'NewValue'].map((field) => `Target${target}ModifiedProperty${property}${field}`),
    ),
  ]),
  [1, 2, 3, 4, 5, 6].flatMap((detail) => [`AdditionalDetail${detail}Key`, `AdditionalDetail${detail}Value`]),
].flat();

function portalRow(source: Row): unknown[] {
  const { user, app } = source.InitiatedBy;
  const properties = z.array(z.record(z.string(), z.unknown()));
  return [
    ...[
      source.TimeGenerated,
      source.CorrelationId,
      source.LoggedByService,
      source.Category,
      source.OperationName,
    ],
    ...[source.Result, source.ResultReason, '', user ? 'User' : 'Application'],
    ...[user?.displayName ?? app?.displayName, user?.id, user?.userPrincipalName, user?.ipAddress, '', ''],
    ...[app?.servicePrincipalId, app?.servicePrincipalName],
    ...[0, 1, 2].flatMap((at) => {
      const target = source.TargetResources[at];
      const changes = properties.parse(target?.modifiedProperties ?? []);
      return [
        ...[target?.type, target?.displayName, target?.id, target?.userPrincipalName],
        ...[0, 1, 2, 3, 4].flatMap((of) => [
          changes[of]?.displayName,
          changes[of]?.oldValue,
          changes[of]?.newValue,
        ]),
      ];
    }),
    ...[0, 1, 2, 3, 4, 5].flatMap((at) => [
      source.AdditionalDetails[at]?.key,
      source.AdditionalDetails[at]?.value,
    ]),
  ];
}

function columnNames(sources: readonly Row[]): string[] {
  return [...new Set(sources.flatMap((source) => Object.keys(source)))];
}

function cell(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : (value ?? null);
}

export function csv(table: readonly (readonly unknown[])[]): string {
  const quoted = (value: unknown) => {
    const text = value === null || value === undefined ? '' : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return table.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');
}
