import type { Identity, Principal } from './person';
import type { Actor } from './record';
import { target } from './targets';

function app(displayName: string, servicePrincipalId: string): Actor & { id: string } {
  const name = JSON.stringify(displayName);
  return {
    id: servicePrincipalId,
    displayName,
    initiatedBy: [
      `{"app":{"appId":null,"displayName":${name},"servicePrincipalId":"${servicePrincipalId}","servicePrincipalName":null}}`,
    ],
  };
}

/** Microsoft's own services, and the organisation's automation. */
export const apps = {
  governance: app('Azure AD Identity Governance', '6d0f2b91-4a7c-4e58-9b13-c2f8d7a06e35'),
  fulfilment: app('Azure AD Identity Governance - User Management', 'f19a7c40-52de-4b86-8e0d-3a6b91c5d742'),
  hrSync: app('svc-hr-sync', '8a3e5d17-c0b4-4f92-a6d8-71e90b2c4f53'),
  graphOnboarding: app('Onboarding Automation', '37b8c2e6-9f10-4d5a-b7c3-e8406a1d92f7'),
  provisioning: app('Directory Synchronization', 'b52d60f8-1e9a-4c37-8f4b-0d7c3a95e216'),
} as const;

function servicePrincipal(id: string, displayName: string): Principal {
  const identity: Identity = {
    ...app(displayName, id),
    userPrincipalName: '',
    target: target('ServicePrincipal', id, displayName),
  };
  return { id, type: 'ServicePrincipal', identity, later: null };
}

/** Service principals that people ask access for. */
export const servicePrincipals: readonly Principal[] = [
  servicePrincipal('d4c81f5a-7b26-4093-a8e1-5f2c90d6b374', 'sp-nightly-ledger-export'),
  servicePrincipal('0e95b3d7-6c4f-4a18-92d0-b7e3f1a85c69', 'sp-build-release'),
  servicePrincipal('a72f4c0b-d83e-4156-bf97-1c6e0d9a2b48', 'agent-contract-summary'),
];
