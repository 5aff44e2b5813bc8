import type { AuditRecord } from '@/lib/audit/record';

/** Small audit records: two people, one package and one request unless a test says otherwise. */
export interface Person {
  id: string;
  upn: string;
  name: string;
  ip: string | null;
}

export interface App {
  servicePrincipalId: string | null;
  appId: string | null;
  name: string;
}

export interface Named {
  id: string;
  name: string | null;
}

export interface Target {
  type: string;
  id: string | null;
  name?: string | null;
  upn?: string;
}

export const alex = person(1, 'alex.rivera@contoso.example', 'Alex Rivera', '203.0.113.24');
export const bea = person(2, 'bea.okafor@contoso.example', 'Bea Okafor', '198.51.100.7');
export const chen = person(3, 'chen.wei@contoso.example', 'Chen Wei', '198.51.100.9');
export const dana = person(4, 'dana.holm@contoso.example', 'Dana Holm', '203.0.113.80');
export const governance: App = {
  servicePrincipalId: 'b0b0b0b0-0000-4000-8000-000000000001',
  appId: null,
  name: 'Azure AD Identity Governance',
};
export const fulfilment: App = {
  servicePrincipalId: 'b0b0b0b0-0000-4000-8000-000000000002',
  appId: null,
  name: 'Azure AD Identity Governance - User Management',
};
export const payables: Named = { id: '7d9b5f3a-0000-4000-8000-000000000001', name: 'Payables' };
export const portal: Named = { id: '7d9b5f3a-0000-4000-8000-000000000002', name: 'Partner Portal' };
export const employees: Named = { id: '3c1d7b20-0000-4000-8000-000000000001', name: 'Employees' };

export interface Said {
  /** Number of the request, 1 by default. */
  request?: number;
  /** Who receives the access; null leaves the target out. */
  receiver?: Person | null;
  package?: Named;
  policy?: Named;
  /** Undefined leaves the key out. */
  reason?: string | null | undefined;
  details?: readonly (readonly [key: string, value: string | null])[];
  /** In place of the targets that the record would have. */
  targets?: readonly Target[];
  /** Whatever else is unlike the usual. */
  but?: Partial<AuditRecord>;
}

/** `HH:MM`, with seconds and fraction if need be, on 3 August 2026; `4 HH:MM` is one day later. */
export function at(time: string): string {
  const [, day = '3', minute = '', rest = ':00'] = /^(?:(\d+) )?(\d\d:\d\d)(:[\d.]+)?$/.exec(time) ?? [];
  if (minute === '') throw new Error(`not a time: ${time}`);
  return `2026-08-${day.padStart(2, '0')}T${minute}${rest}Z`;
}

export function requestId(number = 1): string {
  return `d1e5e000-0000-4000-9000-${String(number).padStart(12, '0')}`;
}

export function correlationOf(number = 1): string {
  return `c0000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

/** An entitlement-management record that names its request, package, policy and receiver. */
export function ours(operation: string, time: string, by: Person | App | null, said: Said = {}): AuditRecord {
  const { request = 1, receiver = alex, package: of = payables, policy = employees } = said;
  const targets: Target[] = [
    { type: 'AccessPackageAssignmentRequest', id: requestId(request), name: null },
    { type: 'AccessPackage', ...of },
    { type: 'AccessPackageAssignmentPolicy', ...policy },
    ...(receiver === null ? [] : [userTarget(receiver)]),
  ];
  return record(operation, time, by, { targets, ...said });
}

export function asks(time: string, said: Said & { by?: Person | App | null } = {}): AuditRecord {
  const { by = alex } = said;
  return ours('User requests access package assignment', time, by, said);
}

/** A record of the approval service: it has a CorrelationId of its own and names the request as `Other`. */
export function decides(
  verdict: 'approved' | 'denied',
  time: string,
  by: Person | App | null,
  reason?: string | null,
  said: Said = {},
): AuditRecord {
  return approval(`Request ${verdict}`, time, by, { reason, ...said });
}

export function approval(
  operation: string,
  time: string,
  by: Person | App | null,
  said: Said = {},
): AuditRecord {
  return record(operation, time, by, {
    targets: [{ type: 'Other', id: requestId(said.request), name: null }],
    ...said,
    but: {
      category: 'UserManagement',
      loggedByService: 'Access Reviews',
      correlationId: `own ${operation} ${time}`,
      ...said.but,
    },
  });
}

export const approve = (time: string, by: Person | App | null, said: Said = {}) =>
  ours('Approve access package assignment request', time, by, said);
export const deny = (time: string, by: Person | App | null, said: Said = {}) =>
  ours('Deny access package assignment request', time, by, said);
export const completesStage = (time: string, by: Person | App | null, said: Said = {}) =>
  ours('Approval stage completed for access package assignment request', time, by, said);
export const autoApprove = (time: string, said: Said = {}) =>
  ours('Auto approve access package assignment request', time, governance, said);
export const readies = (time: string, said: Said = {}) =>
  ours('Ready to fulfill access package assignment request', time, governance, said);
export const delivers = (time: string, said: Said = {}) =>
  ours('Fulfill access package assignment request', time, said.receiver ?? alex, said);

/** A record with everything said; its `Id` follows from operation, time, actor and request. */
export function record(operation: string, time: string, by: Person | App | null, said: Said): AuditRecord {
  const details = [
    ...(said.reason === undefined ? [] : [['Justification', said.reason] as const]),
    ...(said.details ?? []),
  ];
  return {
    id: `${operation} ${time} ${by?.name ?? 'nobody'} ${said.request ?? 1}`,
    tenant: null,
    timeGenerated: at(time),
    activityDateTime: at(time),
    operationName: operation,
    operationType: null,
    category: 'EntitlementManagement',
    loggedByService: 'Entitlement Management',
    result: 'success',
    resultReason: null,
    identity: by?.name ?? null,
    correlationId: correlationOf(said.request),
    callerIp: null,
    initiatedBy: by === null ? null : JSON.stringify(actor(by)),
    targetResources: JSON.stringify((said.targets ?? []).map(targetResource)),
    additionalDetails: JSON.stringify(details.map(([key, value]) => ({ key, value }))),
    further: null,
    ingestedAt: null,
    workspaces: null,
    targetsCut: false,
    detailsCut: false,
    ...said.but,
  };
}

function userTarget({ id, upn, name }: Person): Target {
  return { type: 'User', id, name, upn };
}

function person(number: number, upn: string, name: string, ip: string | null): Person {
  return { id: `a1e0c0de-0000-4000-8000-${String(number).padStart(12, '0')}`, upn, name, ip };
}

function actor(by: Person | App): unknown {
  if ('upn' in by)
    return { user: { id: by.id, displayName: by.name, userPrincipalName: by.upn, ipAddress: by.ip } };
  return { app: { appId: by.appId, displayName: by.name, servicePrincipalId: by.servicePrincipalId } };
}

function targetResource({ type, id, name = null, upn }: Target): unknown {
  return { id, displayName: name, type, ...(upn === undefined ? {} : { userPrincipalName: upn }) };
}
