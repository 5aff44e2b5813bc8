import { isObjectId } from '@/lib/filter/kinds/anyOf';

const blade =
  'https://entra.microsoft.com/#view/Microsoft_Azure_ELMAdmin/EntitlementMenuBlade/~/overview/entitlementId';

/**
 * The package in the Entra admin center of the public cloud; null unless the id is a GUID. The address is in use
 * by the portal but documented nowhere.
 */
export function portalAddress(packageId: string): string | null {
  return isObjectId(packageId) ? `${blade}/${packageId}` : null;
}
