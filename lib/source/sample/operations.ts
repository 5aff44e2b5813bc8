/** How one operation is written: its name, its type, and the service and category that log it. */
export interface Operation {
  name: string;
  type: string;
  service: string;
  category: string;
  /** First part of the record's `Id`. */
  prefix: string;
}

function entitlement(name: string, type: string): Operation {
  return {
    name,
    type,
    service: 'Entitlement Management',
    category: 'EntitlementManagement',
    prefix: 'IGAELM',
  };
}

function approval(name: string, type: string, category: 'UserManagement' | 'Policy'): Operation {
  return { name, type, service: 'Access Reviews', category, prefix: 'AccessReviews' };
}

function directory(name: string, type: string, category: string): Operation {
  return { name, type, service: 'Core Directory', category, prefix: 'Directory' };
}

/** A request from asking to delivery. */
export const requesting = {
  userRequests: entitlement(
    'User requests access package assignment',
    'CreateEntitlementGrantUserAddRequest',
  ),
  servicePrincipalRequests: entitlement(
    'User requests an access package assignment on behalf of service principal',
    'CreateEntitlementGrantOnBehalfAddRequest',
  ),
  userExtends: entitlement(
    'User requests to extend access package assignment',
    'CreateEntitlementGrantUserExtendRequest',
  ),
  userRemoves: entitlement(
    'User requests to remove access package assignment',
    'CreateEntitlementGrantUserRemoveRequest',
  ),
  userUpdates: entitlement(
    'Create access package assignment user update request',
    'CreateEntitlementGrantUserUpdateRequest',
  ),
  administratorAssigns: entitlement(
    'Administrator directly assigns user to access package',
    'CreateEntitlementGrantAdminAddRequest',
  ),
  administratorRemoves: entitlement(
    'Administrator directly removes user access package assignment',
    'CreateEntitlementGrantAdminRemoveRequest',
  ),
  policyAssigns: entitlement(
    'Entitlement Management creates access package assignment request for user',
    'CreateEntitlementGrantSystemAddRequest',
  ),
  policyRemoves: entitlement(
    'Entitlement Management removes access package assignment request for user',
    'CreateEntitlementGrantSystemRemoveRequest',
  ),
  autoApprove: entitlement(
    'Auto approve access package assignment request',
    'AutoApproveEntitlementGrantRequest',
  ),
  stageCompleted: entitlement(
    'Approval stage completed for access package assignment request',
    'ApprovalStageCompletedEntitlementGrantRequest',
  ),
  approve: entitlement('Approve access package assignment request', 'ApproveEntitlementGrantRequest'),
  deny: entitlement('Deny access package assignment request', 'DenyEntitlementGrantRequest'),
  cancel: entitlement('Cancel access package assignment request', 'CancelEntitlementGrantRequest'),
  timeOut: entitlement(
    'Access package assignment request timed out (no approver action taken)',
    'TimeOutEntitlementGrantRequest',
  ),
  update: entitlement('Update access package assignment request', 'UpdateEntitlementGrantRequest'),
  editAnswers: entitlement('Update request answers by approver', 'UpdateEntitlementGrantRequestAnswers'),
  deleteRecord: entitlement('Delete access package assignment request', 'DeleteEntitlementGrantRequest'),
  schedule: entitlement('Schedule a future access package assignment', 'ScheduleEntitlementGrant'),
  extend: entitlement('Extend access package assignment', 'ExtendEntitlementGrant'),
  ready: entitlement(
    'Ready to fulfill access package assignment request',
    'ReadyToFulfillEntitlementGrantRequest',
  ),
  fulfill: entitlement('Fulfill access package assignment request', 'FulfillEntitlementGrantRequest'),
  fulfillResource: entitlement(
    'Fulfill access package resource assignment',
    'FulfillEntitlementGrantResource',
  ),
  partiallyFulfill: entitlement(
    'Partially fulfill access package assignment request',
    'PartiallyFulfillEntitlementGrantRequest',
  ),
  fail: entitlement('Failed access package assignment request', 'FailEntitlementGrantRequest'),
  removeResource: entitlement('Remove access package resource assignment', 'RemoveEntitlementGrantResource'),
  customExtension: entitlement('Execute custom extension', 'ExecuteCustomExtension'),
  inviteExternalUser: entitlement('Entitlement Management invites external user', 'InviteExternalUser'),
} satisfies Record<string, Operation>;

/** The approval service: one record for each thing that a person, or nobody, did. */
export const approving = {
  createRequest: approval('Create request', 'Create', 'Policy'),
  requestApproved: approval('Request approved', 'Update', 'UserManagement'),
  requestDenied: approval('Request denied', 'Update', 'UserManagement'),
  requestExpired: approval('Request expired', 'Update', 'Policy'),
  cancelRequest: approval('Cancel request', 'Update', 'Policy'),
  updateRequest: approval('Update request', 'Update', 'Policy'),
  createBusinessFlow: approval('Create business flow', 'Create', 'UserManagement'),
} satisfies Record<string, Operation>;

/** Entitlement management's own settings. */
export const configuring = {
  createPackage: entitlement('Create access package', 'CreateEntitlement'),
  updatePackage: entitlement('Update access package', 'UpdateEntitlement'),
  createPolicy: entitlement('Create access package assignment policy', 'CreateEntitlementGrantPolicy'),
  updatePolicy: entitlement('Update access package assignment policy', 'UpdateEntitlementGrantPolicy'),
  deletePolicy: entitlement('Delete access package assignment policy', 'DeleteEntitlementGrantPolicy'),
  createCatalog: entitlement('Create access package catalog', 'CreateAccessPackageCatalog'),
  updateCatalog: entitlement('Update access package catalog', 'UpdateAccessPackageCatalog'),
  updateCatalogResource: entitlement(
    'Update access package catalog resource',
    'UpdateAccessPackageCatalogResource',
  ),
  createResourceRequest: entitlement('Create resource request', 'CreateAccessPackageResourceRequest'),
  createIncompatiblePackage: entitlement(
    'Create incompatible access package',
    'CreateIncompatibleAccessPackage',
  ),
  deleteIncompatiblePackage: entitlement(
    'Delete incompatible access package',
    'DeleteIncompatibleAccessPackage',
  ),
  createCustomExtension: entitlement('Create custom extension', 'CreateCustomExtension'),
  addRole: entitlement(
    'Add Entitlement Management role assignment',
    'AddEntitlementManagementRoleAssignment',
  ),
  removeRole: entitlement(
    'Remove Entitlement Management role assignment',
    'RemoveEntitlementManagementRoleAssignment',
  ),
  createConnectedOrganization: entitlement('Create connected organization', 'CreateConnectedOrganization'),
  assignInternalSponsor: entitlement('Assign user as internal sponsor', 'AddInternalSponsor'),
  updateTenantSetting: entitlement('Update tenant setting', 'UpdateTenantSetting'),
  deleteAssignmentOfDeletedUser: entitlement(
    'Delete access package assignment for a deleted user',
    'DeleteEntitlementGrantForDeletedUser',
  ),
  deleteRequestOfDeletedUser: entitlement(
    'Delete access package assignment request for a deleted user',
    'DeleteEntitlementGrantRequestForDeletedUser',
  ),
  updateLifecycle: entitlement('Update access package user lifecycle', 'UpdateUserLifecycle'),
  /** Two names that no reference lists: the category alone tells whose records they are. */
  recalculate: entitlement('Recalculate access package eligibility', 'RecalculateEligibility'),
  nudge: entitlement('Send access package approval reminder', 'SendApprovalReminder'),
} satisfies Record<string, Operation>;

/** The directory, written to by fulfilment and by everybody else. */
export const directing = {
  addMemberToGroup: directory('Add member to group', 'Assign', 'GroupManagement'),
  removeMemberFromGroup: directory('Remove member from group', 'Unassign', 'GroupManagement'),
  addAppRole: directory('Add app role assignment grant to user', 'Assign', 'UserManagement'),
  removeAppRole: directory('Remove app role assignment from user', 'Unassign', 'UserManagement'),
  addMemberToRole: directory('Add member to role', 'Assign', 'RoleManagement'),
  removeMemberFromRole: directory('Remove member from role', 'Unassign', 'RoleManagement'),
  addUser: directory('Add user', 'Add', 'UserManagement'),
  updateUser: directory('Update user', 'Update', 'UserManagement'),
  deleteUser: directory('Delete user', 'Delete', 'UserManagement'),
  disableAccount: directory('Disable account', 'Update', 'UserManagement'),
  resetPassword: directory('Reset user password', 'Update', 'UserManagement'),
  changePassword: directory('Change user password', 'Update', 'UserManagement'),
  updateApplication: directory('Update application', 'Update', 'ApplicationManagement'),
  consent: directory('Consent to application', 'Assign', 'ApplicationManagement'),
  updateServicePrincipal: directory('Update service principal', 'Update', 'ApplicationManagement'),
  updateDevice: directory('Update device', 'Update', 'Device'),
  updateGroup: directory('Update group', 'Update', 'GroupManagement'),
} satisfies Record<string, Operation>;
