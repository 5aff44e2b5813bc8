import { isObjectId } from '@/lib/filter/kinds/anyOf';

/**
 * Addresses in the Entra admin center, whose origin is `entra`; null for an id that is no GUID. They are in use by
 * the portal but documented nowhere. One request has no address of its own.
 */
export function packageAddress(entra: string, id: string | null): string | null {
  return blade(entra, 'Microsoft_Azure_ELMAdmin/EntitlementMenuBlade/~/overview/entitlementId', id);
}

/** The requests of a package, where the one that is looked for is found by its id. */
export function packageRequestsAddress(entra: string, id: string | null): string | null {
  return blade(entra, 'Microsoft_Azure_ELMAdmin/EntitlementMenuBlade/~/requests/entitlementId', id);
}

export function userAddress(entra: string, id: string | null): string | null {
  return blade(entra, 'Microsoft_AAD_UsersAndTenants/UserProfileMenuBlade/~/overview/userId', id);
}

function blade(entra: string, path: string, id: string | null): string | null {
  return id !== null && isObjectId(id) ? `${entra}/#view/${path}/${id}` : null;
}
