/** What an operation means for the request it belongs to. */
export type Step =
  | 'request'
  | 'auto-approve'
  | 'stage-completed'
  | 'approve'
  | 'deny'
  | 'cancel'
  | 'expire'
  | 'schedule'
  | 'ready'
  | 'deliver'
  | 'deliver-partly'
  | 'deliver-failed'
  | 'resource-delivered'
  | 'remove-access'
  | 'resource-removed'
  | 'delete-record'
  | 'delete-housekeeping'
  | 'edit-answers'
  | 'update-request'
  | 'extend-assignment'
  | 'extension-run'
  | 'guest-lifecycle'
  | 'configure'
  | 'decision-approved'
  | 'decision-denied'
  | 'approval-created'
  | 'approval-updated'
  | 'approval-cancelled'
  | 'approval-expired'
  | 'approval-deleted'
  | 'approval-flow';

export interface Operation {
  /** The operation name in lower case; compare with the lower-cased `OperationName`. */
  name: string;
  step: Step;
  /** `approval` names are generic in Entra: such a record is ours only once it links to a request of ours. */
  service: 'entitlement' | 'approval';
  /** What a `request` step asks for, in the words of `Kind`; null for every other step. */
  kind: 'request' | 'extension' | 'update' | 'removal' | 'service-principal' | 'direct' | 'policy' | null;
  /** Who acts in a `request` step; null for every other step. */
  by: 'user' | 'administrator' | 'system' | null;
}

type Request = [name: string, kind: Operation['kind'], by: Operation['by']];

const requests: readonly Request[] = [
  ['user requests access package assignment', 'request', 'user'],
  ['user requests an access package assignment on behalf of service principal', 'service-principal', 'user'],
  ['user requests to extend access package assignment', 'extension', 'user'],
  ['user requests to remove access package assignment', 'removal', 'user'],
  ['create access package assignment user update request', 'update', 'user'],
  ['administrator directly assigns user to access package', 'direct', 'administrator'],
  ['administrator directly removes user access package assignment', 'removal', 'administrator'],
  ['entitlement management creates access package assignment request for user', 'policy', 'system'],
  ['entitlement management removes access package assignment request for user', 'removal', 'system'],
];

const entitlement: readonly [name: string, step: Step][] = [
  ['auto approve access package assignment request', 'auto-approve'],
  ['approval stage completed for access package assignment request', 'stage-completed'],
  ['approve access package assignment request', 'approve'],
  ['deny access package assignment request', 'deny'],
  ['cancel access package assignment request', 'cancel'],
  ['access package assignment request timed out (no approver action taken)', 'expire'],
  ['update access package assignment request', 'update-request'],
  ['update request answers by approver', 'edit-answers'],
  ['delete access package assignment request', 'delete-record'],
  ['delete access package assignment request for a deleted user', 'delete-housekeeping'],
  ['delete access package assignment for a deleted user', 'delete-housekeeping'],
  ['schedule a future access package assignment', 'schedule'],
  ['extend access package assignment', 'extend-assignment'],
  ['ready to fulfill access package assignment request', 'ready'],
  ['fulfill access package assignment request', 'deliver'],
  ['fulfill access package assignment', 'deliver'],
  ['partially fulfill access package assignment request', 'deliver-partly'],
  ['failed access package assignment request', 'deliver-failed'],
  ['fulfill access package resource assignment', 'resource-delivered'],
  ['remove access package assignment', 'remove-access'],
  ['remove access package resource assignment', 'resource-removed'],
  ['execute custom extension', 'extension-run'],
  ['update access package user lifecycle', 'guest-lifecycle'],
  ['entitlement management invites external user', 'guest-lifecycle'],
];

const configuration: readonly string[] = [
  'create access package',
  'update access package',
  'delete access package',
  'create access package assignment policy',
  'update access package assignment policy',
  'delete access package assignment policy',
  'delete access package assignment policy for a deleted user',
  'create access package catalog',
  'update access package catalog',
  'delete access package catalog',
  'update access package catalog resource',
  'create resource request',
  'create resource remove request',
  'create resource environment',
  'create incompatible access package',
  'delete incompatible access package',
  'create incompatible group',
  'delete incompatible group',
  'create custom extension',
  'update custom extension',
  'delete custom extension',
  'add entitlement management role assignment',
  'remove entitlement management role assignment',
  'create connected organization',
  'update connected organization',
  'delete connected organization',
  'assign user as external sponsor',
  'assign user as internal sponsor',
  'remove user as external sponsor',
  'remove user as internal sponsor',
  'update tenant setting',
];

const approval: readonly [name: string, step: Step][] = [
  ['request approved', 'decision-approved'],
  ['request denied', 'decision-denied'],
  ['create request', 'approval-created'],
  ['create request approval', 'approval-created'],
  ['update request', 'approval-updated'],
  ['add approver to request approval', 'approval-updated'],
  ['cancel request', 'approval-cancelled'],
  ['request expired', 'approval-expired'],
  ['delete approvals', 'approval-deleted'],
  ['delete request', 'approval-deleted'],
  ['approve all requests in business flow', 'approval-flow'],
  ['deny all requests in business flow', 'approval-flow'],
  ['create business flow', 'approval-flow'],
  ['update business flow', 'approval-flow'],
  ['delete business flow', 'approval-flow'],
];

/**
 * Every operation name this product knows, each once. Source: the audit activity reference of Microsoft Entra
 * (services "Entitlement Management" and "Access reviews"), its entitlement-management reports article, and
 * names seen in real tenants. The reference is not complete: unknown names are shown as `other`, never dropped.
 */
export const operations: readonly Operation[] = [
  ...requests.map(
    ([name, kind, by]): Operation => ({ name, step: 'request', service: 'entitlement', kind, by }),
  ),
  ...entitlement.map(
    ([name, step]): Operation => ({ name, step, service: 'entitlement', kind: null, by: null }),
  ),
  ...configuration.map(
    (name): Operation => ({ name, step: 'configure', service: 'entitlement', kind: null, by: null }),
  ),
  ...approval.map(([name, step]): Operation => ({ name, step, service: 'approval', kind: null, by: null })),
];
