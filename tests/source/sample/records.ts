import { z } from 'zod';
import { generateSample } from '@/lib/source/sample/generate';
import type { SampleOptions } from '@/lib/source/sample/world';

const change = z.strictObject({
  displayName: z.string(),
  oldValue: z.string().nullable(),
  newValue: z.string().nullable(),
});

const target = z.strictObject({
  id: z.guid(),
  displayName: z.string().nullable(),
  type: z.string().min(1),
  userPrincipalName: z.string().min(1).optional(),
  groupType: z.literal('azureAD').optional(),
  modifiedProperties: z.array(change),
  administrativeUnits: z.array(z.never()),
});

const user = z.strictObject({
  id: z.guid(),
  displayName: z.string(),
  userPrincipalName: z.string(),
  ipAddress: z.string().nullable(),
  roles: z.array(z.never()),
});

const app = z.strictObject({
  appId: z.null(),
  displayName: z.string(),
  servicePrincipalId: z.guid(),
  servicePrincipalName: z.null(),
});

/** One line of a storage export with every key it may have and no other. */
const record = z.strictObject({
  time: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}Z$/),
  resourceId: z.string().startsWith('/tenants/').endsWith('/providers/Microsoft.aadiam'),
  operationName: z.string().min(1),
  operationVersion: z.literal('1.0'),
  category: z.literal('AuditLogs'),
  tenantId: z.guid(),
  resultSignature: z.literal('None'),
  durationMs: z.literal(0),
  callerIpAddress: z.string().nullable(),
  correlationId: z.guid(),
  identity: z.string(),
  Level: z.literal(4),
  properties: z.strictObject({
    id: z.string().min(1),
    category: z.string().min(1),
    correlationId: z.guid(),
    result: z.enum(['success', 'failure']),
    resultReason: z.string(),
    activityDisplayName: z.string().min(1),
    activityDateTime: z.string().endsWith('+00:00'),
    loggedByService: z.string().min(1),
    operationType: z.string().min(1),
    userAgent: z.string().nullable(),
    initiatedBy: z.union([z.strictObject({ user }), z.strictObject({ app })]),
    targetResources: z.array(target),
    additionalDetails: z.array(z.strictObject({ key: z.string(), value: z.string().nullable() })),
  }),
});
export type Line = z.infer<typeof record>;

export const usual = { requests: 1200, until: '2026-08-20T12:00:00Z' } satisfies SampleOptions;

/** The lines of a sample, each parsed and checked; throws on one that is not in the storage shape. */
export function parsed(options: SampleOptions): Line[] {
  return Array.from(generateSample(options), (line) => record.parse(JSON.parse(line)));
}

/** The first record of each `id`, in the order received. */
export function distinct(lines: readonly Line[]): Line[] {
  return [...new Map([...lines].reverse().map((line) => [line.properties.id, line])).values()].reverse();
}

/** Records by the request that they are about, oldest first. */
export function byRequest(lines: readonly Line[]): Map<string, Line[]> {
  const idsOf = (line: Line, type: string) =>
    line.properties.targetResources.filter((one) => one.type === type).map(({ id }) => id);
  const requests = new Map<string, Line[]>();
  const sorted = distinct(lines).sort((one, other) => (one.time < other.time ? -1 : 1));
  for (const line of sorted) {
    for (const id of idsOf(line, 'AccessPackageAssignmentRequest')) requests.set(id, requests.get(id) ?? []);
  }
  for (const line of sorted) {
    for (const id of [...idsOf(line, 'AccessPackageAssignmentRequest'), ...idsOf(line, 'Other')]) {
      requests.get(id)?.push(line);
    }
  }
  return requests;
}

/** The justification of a record: undefined where it has none. */
export function justification(line: Line | undefined): string | null | undefined {
  return line?.properties.additionalDetails.find(({ key }) => key === 'Justification')?.value;
}

/** Seconds between two records. */
export function secondsBetween(one: Line, other: Line): number {
  return (Date.parse(other.time) - Date.parse(one.time)) / 1000;
}
